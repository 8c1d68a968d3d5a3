// The frame of every screen: skip link, name of the commune, navigation, main area.
import {
  IconAddressBook,
  IconAffiliate,
  IconBuilding,
  IconChartBar,
  IconCoinEuro,
  IconExternalLink,
  IconGavel,
  IconHome,
  IconInbox,
  IconListCheck,
  IconLogout,
  IconMailX,
  IconMenu2,
  IconPencil,
  IconPhoto,
  IconX,
} from '@tabler/icons-react';
import { Suspense, useEffect, useState } from 'react';
import { NavLink, Outlet, useLocation, useNavigate } from 'react-router-dom';
import { useInboxSummary } from '../api/dossiers';
import { useLogout, useSession } from '../api/session';
import { useOutbox } from '../api/town_hall';
import { Loading } from '../components/Loading';
import { fr, numberText } from '../locales/fr';
import { forgetDrafts } from '../components/local_draft';
import { Mark } from '../components/Mark';

interface Place {
  to: string;
  label: string;
  Icon: typeof IconHome;
  isShared?: boolean;
}

// `isShared` places are those of an intercommunality's space too: it has contents, but no residents of its own.
const places: Place[] = [
  { to: '/', label: fr.nav.home, Icon: IconHome, isShared: true },
  { to: '/demandes', label: fr.nav.dossiers, Icon: IconInbox },
  { to: '/actes', label: fr.acts.title, Icon: IconGavel },
  { to: '/argent', label: fr.nav.money, Icon: IconCoinEuro },
  { to: '/annuaire', label: fr.directory.title, Icon: IconAddressBook },
  { to: '/contenus', label: fr.nav.contents, Icon: IconPencil, isShared: true },
  { to: '/medias', label: fr.media.title, Icon: IconPhoto, isShared: true },
  { to: '/partage', label: fr.sharing.title, Icon: IconAffiliate },
  { to: '/demarches', label: fr.nav.procedures, Icon: IconListCheck },
  { to: '/mairie', label: fr.nav.townHall, Icon: IconBuilding },
  { to: '/lecteurs', label: fr.readers.title, Icon: IconChartBar },
  { to: '/envois', label: fr.nav.outbox, Icon: IconMailX },
];

interface Pending {
  count: number;
  text: string;
}

function usePending(): Record<string, Pending> {
  const unread = useInboxSummary().data?.waiting.unread ?? 0;
  const failed = (useOutbox().data?.items ?? []).filter((item) => item.state === 'failed').length;
  return {
    '/demandes': { count: unread, text: fr.nav.unread(unread) },
    '/envois': { count: failed, text: fr.nav.failed(failed) },
  };
}

function Places() {
  const pending = usePending();
  const isSpace = useSession().data?.commune.kind === 'epci';
  return (
    <ul className="nav-list">
      {places.filter((place) => !isSpace || place.isShared === true).map(({ to, label, Icon }) => {
        const waiting = pending[to];
        return (
          <li key={to}>
            <NavLink to={to} end={to === '/'} className="nav-link">
              <Icon size={24} stroke={1.6} aria-hidden />
              <span>{label}</span>
              {waiting !== undefined && waiting.count > 0 && (
                <span className="nav-count">
                  <span aria-hidden>{numberText(waiting.count)}</span>
                  <span className="sr-only"> ({waiting.text})</span>
                </span>
              )}
            </NavLink>
          </li>
        );
      })}
    </ul>
  );
}

function Account() {
  const session = useSession().data;
  const logout = useLogout();
  const navigate = useNavigate();
  const leave = () => {
    forgetDrafts();
    logout.mutate(undefined, { onSuccess: () => void navigate('/connexion') });
  };
  return (
    <div className="nav-account">
      {session?.commune.kind === 'commune' && (
        <a className="nav-link" href={session.commune.site_url} target="_blank" rel="noreferrer">
          <IconExternalLink size={24} stroke={1.6} aria-hidden />
          <span>
            {fr.nav.site} <span className="sr-only">{fr.common.newTab}</span>
          </span>
        </a>
      )}
      <button type="button" className="nav-link" onClick={leave}>
        <IconLogout size={24} stroke={1.6} aria-hidden />
        <span>{fr.nav.logout}</span>
      </button>
      <p className="nav-agent">{session?.agent.name}</p>
    </div>
  );
}

export function Shell() {
  const session = useSession().data;
  const { pathname } = useLocation();
  const [isMenuOpen, setMenuOpen] = useState(false);
  useEffect(() => setMenuOpen(false), [pathname]);

  return (
    <div className="shell">
      <a className="skip-link" href="#contenu">
        {fr.nav.skip}
      </a>
      <header className={isMenuOpen ? 'side side-open' : 'side'} onKeyDown={(event) => event.key === 'Escape' && setMenuOpen(false)}>
        <div className="side-top">
          <Mark />
          <p className="side-commune">
            <span className="side-over">{session?.commune.kind === 'epci' ? fr.nav.spaceOf : fr.nav.townHallOf}</span>
            <span className="side-name">{session?.commune.name}</span>
          </p>
          <button
            type="button"
            className="menu-button"
            aria-expanded={isMenuOpen}
            aria-controls="navigation"
            onClick={() => setMenuOpen(!isMenuOpen)}
          >
            {isMenuOpen ? <IconX size={22} aria-hidden /> : <IconMenu2 size={22} aria-hidden />}
            {isMenuOpen ? fr.common.close : fr.nav.menu}
          </button>
        </div>
        <nav id="navigation" className="side-nav" aria-label={fr.nav.label}>
          <Places />
          <Account />
        </nav>
      </header>
      <main id="contenu" className="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

// The menu of the site and its sections.
import { IconArrowLeft } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router-dom';
import { useContents } from '../api/contents';
import { useMenu, useSections } from '../api/site';
import { Page } from '../app/page';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { fr } from '../locales/fr';
import '../styles/contents.css';
import '../styles/directory.css';
import '../styles/menu.css';
import { destinationsOf } from './menu/destinations';
import { MenuForm } from './menu/MenuForm';

// Below the menu: it may come a moment later.
const SectionList = lazy(() => import('./menu/SectionList'));

export default function MenuPage() {
  const menu = useMenu();
  const sections = useSections();
  const contents = useContents();
  const all = [menu, sections, contents];
  const error = all.find((one) => one.error !== null)?.error;
  const back = (
    <p>
      <Link className="back-link" to="/contenus">
        <IconArrowLeft size={20} aria-hidden /> {fr.contents.title}
      </Link>
    </p>
  );
  return (
    <Page title={fr.menu.title} intro={fr.menu.intro} before={back}>
      {all.some((one) => one.isPending) && <Loading />}
      <Failure error={error} onRetry={() => all.forEach((one) => void one.refetch())} />
      {menu.data !== undefined && sections.data !== undefined && contents.data !== undefined && (
        <div className="stack-wide">
          <MenuForm menu={menu.data} destinations={destinationsOf(sections.data.items, contents.data.items)} />
          <Suspense fallback={<Loading />}>
            <SectionList sections={sections.data.items} contents={contents.data.items} />
          </Suspense>
        </div>
      )}
    </Page>
  );
}

// From one part of the town hall's own facts to another.
import { NavLink } from 'react-router-dom';
import { fr } from '../../locales/fr';

const words = fr.townHallPages;

const parts = [
  { to: '/mairie', label: words.facts },
  { to: '/mairie/horaires', label: words.exceptions },
  { to: '/mairie/apparence', label: words.look },
  { to: '/mairie/mentions', label: words.legal },
  { to: '/mairie/accessibilite', label: words.accessibility },
] as const;

export function TownHallTabs() {
  return (
    <nav aria-label={words.tabs}>
      <ul className="tabs town-hall-tabs">
        {parts.map(({ to, label }) => (
          <li key={to}>
            <NavLink to={to} end className="tab tab-link">
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

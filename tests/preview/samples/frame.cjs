// Sample data that every page shares: what layout.html needs, for the real commune of Saint-Maixent (INSEE 72296).
'use strict';

const date = (iso, text) => ({ iso, text });

const sections = [
  ['Accueil', '/'],
  ['La mairie', '/la-mairie'],
  ['Vivre ici', '/vivre-ici'],
  ['Annuaire', '/annuaire'],
  ['Démarches', '/demarches'],
  ['Actualités', '/actualites'],
  ['Agenda', '/agenda'],
];

function nav(path) {
  return sections.map(([label, url]) => {
    const below = url !== '/' && path.startsWith(`${url}/`);
    return { label, url, external: false, current: path === url ? 'page' : below ? 'true' : false };
  });
}

const town_hall = {
  name: 'Mairie de Saint-Maixent',
  address_lines: ['1 place de l’Église', '72320 Saint-Maixent'],
  phone: { text: '02 43 00 00 00', href: 'tel:+33243000000' },
  email: 'mairie@saint-maixent.example',
  hours: [
    { days: 'Lundi et jeudi', times: '9 h – 12 h' },
    { days: 'Mardi', times: '14 h – 18 h 30' },
    { days: 'Samedi (semaines paires)', times: '10 h – 12 h' },
  ],
  hours_to_confirm: false,
  hours_notices: ['Fermeture exceptionnelle les 24 et 31 décembre après-midi.'],
};

const town_hall_to_confirm = {
  ...town_hall,
  address_lines: ['72320 Saint-Maixent'],
  phone: false,
  email: false,
  hours: [],
  hours_to_confirm: true,
  hours_notices: [],
};

// path decides what the menu shows; trail is the list of [label, url] above the page.
function frame(path, title, { trail = [], ...other } = {}) {
  return {
    title,
    title_error: false,
    description: false,
    noindex: false,
    canonical_url: false,
    image_url: false,
    structured_html: false,
    theme: 'theme-tilleul',
    asset: { css: 'site.css', icon: 'favicon.svg', colors: false, has_icons: false, icons: [] },
    commune: { name: 'Saint-Maixent', of_name: 'de Saint-Maixent', at_name: 'à Saint-Maixent', department: 'Sarthe', logo: false },
    town_hall,
    nav: nav(path),
    has_alerts: false,
    alerts: [],
    has_breadcrumb: trail.length > 0,
    breadcrumb: trail.map(([label, url]) => ({ label, url })),
    back: false,
    opinion: false,
    accessibility_status: 'non conforme',
    ...other,
  };
}

const home = ['Accueil', '/'];

module.exports = { date, frame, home, town_hall_to_confirm };

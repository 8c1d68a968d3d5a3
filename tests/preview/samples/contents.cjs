// Sample data of what the town hall writes: texts with every block, news with a picture, alerts.
'use strict';

const { date, frame, home } = require('./frame.cjs');

const picture = alt => ({
  sources: [{ type: 'image/avif', srcset: '/images/12/480-0123456789abcdef.avif 480w' }],
  src: '/images/12/480-0123456789abcdef.jpg',
  srcset: '/images/12/480-0123456789abcdef.jpg 480w',
  sizes: '100vw',
  width: '480',
  height: '320',
  alt,
  is_lazy: true,
});

const kinds = ['text', 'image', 'gallery', 'files', 'accordion', 'map', 'video', 'contact', 'action'];
const block = (kind, value) => ({ ...Object.fromEntries(kinds.map(name => [name, false])), [kind]: value });

const contact = {
  has_contact: true,
  person: false,
  has_address: true,
  address_lines: ['2 rue du Lavoir', '72320 Saint-Maixent'],
  map_url: 'https://www.openstreetmap.org/search?query=2%20rue%20du%20Lavoir',
  phones: [{ text: '02 43 00 00 02', href: 'tel:+33243000002' }],
  email: 'salle@saint-maixent.example',
  website: false,
  open_now: false,
  has_hours: true,
  hours: [{ days: 'Mardi', times: '14 h – 18 h 30' }],
};

const blocks = [
  block('text', { body_html: '<h2>Venir</h2><p>Le parking de l’église est à deux pas.</p>' }),
  block('image', { picture: picture('La salle vue de la place'), has_legend: true, caption: 'La salle après les travaux de 2025', credit: 'Claire Dubois' }),
  block('gallery', { heading: 'La salle en images', pictures: [{ picture: picture('Un évier et un four devant une fenêtre'), caption: 'La cuisine' }, { picture: picture(false), caption: false }] }),
  block('files', { heading: 'Documents', files: [{ label: 'Règlement de la salle', file_url: '/documents/14/reglement.pdf', file_words: 'PDF, 320 Ko' }] }),
  block('accordion', { heading: 'Questions fréquentes', parts: [{ summary_text: 'Qui peut louer la salle ?', body_html: '<p>Tout habitant majeur.</p>' }, { summary_text: 'Faut-il une assurance ?', body_html: '<p>Oui, une responsabilité civile.</p>' }] }),
  block('map', { heading: 'Salle des fêtes', address: '2 rue du Lavoir', directions_html: '<p>Depuis la mairie, descendez la rue du Lavoir.</p>', map_url: 'https://www.openstreetmap.org/?mlat=48.1&mlon=0.6#map=17/48.1/0.6' }),
  block('video', { heading: 'Visite de la salle', video_url: 'https://video.example/visite', transcript_html: '<p>Nous entrons par la porte principale.</p>' }),
  block('contact', { heading: 'Gestion de la salle', url: '/annuaire/services/gestion-de-la-salle', what: 'Service municipal', contact }),
  block('action', { label: 'Demander une date', action_url: '/demarches/salle' }),
];

const alerts = [
  { severity_class: 'alert-urgence', severity: 'Urgence', alert_title: 'Eau non potable au bourg', url: '/alertes/eau', summary: 'Ne buvez pas l’eau du robinet. De l’eau en bouteille est distribuée à la mairie.', period: 'Jusqu’au 26 novembre 2026 à 18 h 00.', source: { source_name: 'Communauté de communes de l’Huisne Sarthoise' } },
  { severity_class: 'alert-vigilance', severity: 'Vigilance', alert_title: 'Vents violents cette nuit', url: '/alertes/vents', summary: false, period: false, source: false },
  { severity_class: 'alert-information', severity: 'Information', alert_title: 'Rue de l’Église barrée', url: '/alertes/rue', summary: 'Passez par la rue du Lavoir.', period: false, source: false },
];

const updated = date('2026-11-24', '24 novembre 2026');
const page_frame = frame('/vivre-ici/salle-des-fetes', 'La salle des fêtes', { trail: [home, ['Vivre ici', '/vivre-ici']], opinion: { opinion_path: '/vivre-ici/salle-des-fetes' } });
const menu = { menu_title: 'Vivre ici', links: [{ label: 'L’école', url: '/vivre-ici/ecole', is_here: false }, { label: 'La salle des fêtes', url: '/vivre-ici/salle-des-fetes', is_here: true }] };
const related = [{ title: 'La salle rouvre le 1er décembre', url: '/actualites/salle' }];

module.exports = {
  contents: [
    { name: 'page-blocks', view: 'page', data: { ...page_frame, body_html: '<p>Elle se loue à la journée.</p>', blocks, is_empty: false, updated, source: false, has_side: true, menu, has_related: true, related } },
    { name: 'page-empty', view: 'page', data: { ...page_frame, body_html: false, blocks: [], is_empty: true, updated, source: false, has_side: false, menu: false, has_related: false, related: [] } },
    { name: 'news-picture', view: 'news_item', data: { ...frame('/actualites/salle', 'La salle rouvre', { trail: [home, ['Actualités', '/actualites']] }), category: { category_name: 'Travaux', category_url: '/actualites?categorie=travaux' }, picture: picture('La salle'), body_html: '<p>Après six mois de travaux.</p>', blocks: [], published: updated, updated: false, source: { source_name: 'Communauté de communes de l’Huisne Sarthoise' }, has_related: true, related } },
    { name: 'alert', view: 'alert', data: { ...frame('/alertes/eau', 'Eau non potable au bourg', { trail: [home, ['Alertes', '/alertes']] }), severity_class: 'alert-urgence', severity: 'Urgence', period: alerts[0].period, is_over: false, summary: alerts[0].summary, body_html: '<p>Apportez un récipient.</p>', blocks: [], published: updated, source: false } },
    { name: 'alert-over', view: 'alert', data: { ...frame('/alertes/eau', 'Eau non potable au bourg', { trail: [home, ['Alertes', '/alertes']] }), severity_class: 'alert-urgence', severity: 'Urgence', period: 'Du 22 novembre 2026 à 8 h 00 au 23 novembre 2026 à 18 h 00.', is_over: true, summary: false, body_html: false, blocks: [], published: updated, source: false } },
    { name: 'alerts', view: 'alerts', data: { ...frame('/alertes', 'Alertes'), has_running: true, running: alerts, has_past: true, past: [{ alert_title: 'Coupure d’eau', url: '/alertes/coupure', period: 'Terminée le 20 novembre 2026 à 11 h 00.', severity_class: 'alert-information', severity: 'Information', summary: false, source: false }] } },
    { name: 'alerts-none', view: 'alerts', data: { ...frame('/alertes', 'Alertes'), has_running: false, running: [], has_past: false, past: [] } },
  ],
  alerts,
  picture,
};

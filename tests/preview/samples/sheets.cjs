// Sample data of the sheets of Service-Public: a sheet, a demonstration of 2020, themes, none, one that is gone.
'use strict';

const { date, frame, home } = require('./frame.cjs');

const trail = [home, ['Démarches', '/demarches'], ['Particuliers', '/fiches']];
const sheet = {
  kind: 'Fiche d’information', verified: date('2026-05-04', '4 mai 2026'), is_demonstration: false,
  official_url: 'https://www.service-public.fr/particuliers/vosdroits/F100',
  body_html: '<p>Un exemple de fiche, avec un <a class="term" href="#mot-R1" id="ici-R1">mot</a>.</p><h2>Comment faire ?</h2><div class="folds"><details class="fold"><summary>En ligne</summary><div><p>Remplissez le formulaire.</p></div></details><details class="fold"><summary>Sur place</summary><div><p>Venez.</p></div></details></div><h2>Mots à connaître</h2><dl class="terms"><div><dt id="mot-R1">Mot</dt><dd>Sens. <a href="#ici-R1">Revenir au texte</a></dd></div></dl>',
};
const themes = [{ title: 'Famille', url: '/fiches/N1' }, { title: 'Logement', url: '/fiches/N2' }];

module.exports = [
  { name: 'sheet', view: 'sheet', data: { ...frame('/fiches/F100', 'Demander un exemple', { trail }), canonical_url: sheet.official_url, ...sheet } },
  { name: 'sheet-demonstration', view: 'sheet', data: { ...frame('/fiches/F100', 'Demander un exemple', { trail }), canonical_url: sheet.official_url, ...sheet, kind: false, verified: false, body_html: false, is_demonstration: true } },
  { name: 'sheet-themes', view: 'sheet_themes', data: { ...frame('/fiches', 'Toutes les démarches de Service-Public', { trail: [home] }), audience: 'Particuliers', has_themes: true, themes, has_others: true, others: [{ title: 'Associations', url: '/fiches/associations' }] } },
  { name: 'sheet-themes-none', view: 'sheet_themes', data: { ...frame('/fiches', 'Toutes les démarches de Service-Public', { trail: [home] }), audience: 'Particuliers', has_themes: false, themes: [], has_others: false, others: [] } },
  { name: 'sheet-gone', view: 'sheet_gone', data: { ...frame('/fiches/F100', 'Demander un exemple', { trail, noindex: true }), gone: date('2026-11-24', '24 novembre 2026') } },
];

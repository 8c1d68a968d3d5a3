// Sample data of the pages that are read: home, sections, pages, news, procedures, legal pages, errors.
'use strict';

const { date, frame, home, town_hall_to_confirm } = require('./frame.cjs');
const { alerts, picture } = require('./contents.cjs');
const { privacy } = require('./privacy.cjs');

const procedures = [
  { title: 'Demander une copie d’acte d’état civil', url: '/demarches/copie-acte-etat-civil', summary: 'Acte de naissance, de mariage ou de décès établi à Saint-Maixent.', is_open: true },
  { title: 'Signaler un problème sur la voie publique', url: '/demarches/signaler-un-probleme', summary: 'Lampadaire éteint, trou dans la chaussée, dépôt sauvage.', is_open: true },
];

const news = [
  { title: 'Le four à pain rallumé samedi', url: '/actualites/four-a-pain', published: date('2026-11-21', '21 novembre 2026'), category: { category_name: 'Vie du village', category_url: '/actualites?categorie=vie-du-village' }, is_featured: true, source: false, picture: picture('Le four à pain, porte ouverte'), summary: 'Apportez votre pâte, le feu est prêt à 9 h.' },
  { title: 'Coupure d’eau mardi matin au bourg', url: '/actualites/coupure-eau', published: date('2026-11-20', '20 novembre 2026'), category: false, is_featured: false, source: false, picture: false, summary: 'L’eau est coupée de 8 h à 11 h, rue du Lavoir et place de l’Église.' },
  { title: 'Le repas des aînés aura lieu le 12 décembre', url: '/actualites/repas-des-aines', published: date('2026-11-12', '12 novembre 2026'), category: false, is_featured: false, source: false, picture: false, summary: 'Inscription à la mairie avant le 5 décembre.' },
  { title: 'Recensement : un agent passera chez vous en janvier', url: '/actualites/recensement', published: date('2026-11-03', '3 novembre 2026'), category: false, is_featured: false, source: false, picture: false, summary: false },
];

const figures = [
  { label: 'Habitants', value: '741', note: 'Population légale, INSEE' },
  { label: 'Intercommunalité', value: 'CC du Pays de l’Huisne Sarthoise', note: '33 communes' },
  { label: 'Département', value: 'Sarthe (72)', note: false },
];

const body = `<p>La salle des fêtes accueille jusqu’à 120 personnes. Elle se loue au week-end ou à la journée.</p>
<h2>Tarifs</h2><table><thead><tr><th>Durée</th><th>Habitants</th><th>Autres</th></tr></thead><tbody><tr><td>Journée</td><td>90 €</td><td>140 €</td></tr><tr><td>Week-end</td><td>150 €</td><td>240 €</td></tr></tbody></table>
<h2>Pour réserver</h2><ul><li>Appelez la mairie pour connaître les dates libres.</li><li>Venez signer le contrat avec une attestation d’assurance.</li></ul>
<blockquote><p>Les clés se prennent à la mairie la veille, aux heures d’ouverture.</p></blockquote>`;

const home_data = {
  welcome: false,
  hero: false,
  open_now: { is_open: true, text: 'Ouverte jusqu’à 12 h' },
  has_procedures: true,
  procedures,
  has_news: true,
  news: news.slice(0, 3),
  has_events: true,
  events: [
    { title: 'Marché de Noël', url: '/agenda/marche-de-noel', day_iso: '2026-12-05', day: '5', month: 'déc.', when: 'Samedi 5 décembre 2026, de 10 h à 18 h', place: 'Place de l’Église' },
    { title: 'Gym douce', url: '/agenda/gym-douce', day_iso: '2026-12-08', day: '8', month: 'déc.', when: 'Mardi 8 décembre 2026, de 18 h à 19 h', place: false },
  ],
  figures,
};

const feedback_data = {
  has_errors: false,
  errors: [],
  action: '/avis/3f1c',
  page_url: '/vivre-ici/dechets-et-tri',
  asks_why: true,
  options: [['missing', 'Je n’ai pas trouvé ce que je cherchais'], ['unclear', 'Je n’ai pas compris'], ['outdated', 'Ce n’est plus à jour'], ['wrong', 'Il y a une erreur'], ['other', 'Autre chose']]
    .map(([value, label]) => ({ option_id: `raison-${value}`, option_value: value, option_label: label, checked: false })),
  reason_error: false,
  comment_error: false,
  comment_value: '',
};

const found_pages = [{ title: 'Déchets et tri', url: '/vivre-ici/dechets-et-tri', kind: 'Pages', category: false, date: false, has_passage: true, passage: [{ words: 'La collecte des ', marked: false }, { words: 'déchets', marked: true }, { words: ' a lieu le mardi.', marked: false }] }];

const procedure_data = {
  sheet: { title: 'Actes d’état civil', url: '/fiches/N359' },
  introduction_html: '<p>La mairie délivre les actes enregistrés dans la commune.</p>',
  purpose: 'Recevez par la poste une copie ou un extrait d’un acte de naissance, de mariage ou de décès établi à Saint-Maixent.',
  is_open: true,
  closed: false,
  start_url: '/demarches/copie-acte-etat-civil/acte',
  draft: false,
  audience: 'Vous-même, votre époux ou épouse, vos parents, grands-parents, enfants ou petits-enfants. Toute personne peut demander un acte de décès.',
  has_needed: true,
  needed: ['La date de l’acte, même approchée', 'Les noms et prénoms des parents de la personne', 'Une pièce d’identité, en photo ou en PDF'],
  duration: '5 minutes',
  delay: '5 jours ouvrés',
  cost: 'Gratuit',
  legal_text: 'Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil, articles 30 et suivants.',
  privacy,
};

const procedure_frame = { trail: [home, ['Démarches', '/demarches']] };
const procedure_path = '/demarches/copie-acte-etat-civil';
const procedure_title = 'Demander une copie d’acte d’état civil';
const updated = date('2026-11-24', '24 novembre 2026');

const site_map_groups = [
  { group_title: 'La mairie', group_url: '/la-mairie', has_links: true, links: [{ label: 'Horaires et contact', url: '/la-mairie/horaires' }, { label: 'L’équipe municipale', url: '/la-mairie/equipe' }] },
  { group_title: 'Vivre ici', group_url: '/vivre-ici', has_links: false, links: [] },
  { group_title: 'Démarches', group_url: '/demarches', has_links: true, links: procedures.map(p => ({ label: p.title, url: p.url })) },
];

module.exports = [
  { name: 'home', view: 'home', data: { ...frame('/', 'Accueil', { has_alerts: true, alerts }), description: 'Site de la commune de Saint-Maixent (Sarthe).', ...home_data } },
  { name: 'home-new', view: 'home', data: { ...frame('/', 'Accueil', { town_hall: town_hall_to_confirm, theme: 'theme-ardoise' }), ...home_data, open_now: false, has_news: false, news: [], has_events: false, events: [], welcome: 'Un village du Perche sarthois, entre bocage et forêt.' } },
  { name: 'home-photo', view: 'home', data: { ...frame('/', 'Accueil', { commune: { ...frame('/', '').commune, logo: { ...picture(false), caption: false, credit: false } }, asset: { ...frame('/', '').asset, has_icons: true, icons: [{ icon_path: '/icones/32-0123456789abcdef.png', icon_size: '32x32', icon_rel: 'icon' }] } }), ...home_data, hero: { ...picture('Le village vu du coteau'), caption: false, credit: 'Claire Dubois' } } },
  ...['ardoise', 'ocre', 'garance', 'lavande', 'ocean'].map(theme => ({ name: `home-${theme}`, view: 'home', data: { ...frame('/', 'Accueil', { theme: `theme-${theme}` }), ...home_data, open_now: { is_open: false, text: 'Fermée. Ouvre jeudi à 9 h' } } })),
  { name: 'section', view: 'section', data: { ...frame('/vivre-ici', 'Vivre ici', { trail: [home] }), intro_html: '<p>L’école, les associations, les salles à louer et les déchets.</p>', has_pages: true, pages: [{ title: 'La salle des fêtes', url: '/vivre-ici/salle-des-fetes', summary: 'Tarifs et réservation.' }, { title: 'L’école', url: '/vivre-ici/ecole', summary: false }, { title: 'Déchets et tri', url: '/vivre-ici/dechets', summary: 'Jours de collecte et déchèterie.' }] } },
  { name: 'section-empty', view: 'section', data: { ...frame('/la-mairie', 'La mairie', { trail: [home] }), intro_html: false, has_pages: false, pages: [] } },
  { name: 'page', view: 'page', data: { ...frame('/vivre-ici/salle-des-fetes', 'La salle des fêtes', { trail: [home, ['Vivre ici', '/vivre-ici']] }), body_html: body, blocks: [], is_empty: false, updated, source: false, has_side: true, menu: { menu_title: 'Vivre ici', links: [{ label: 'L’école', url: '/vivre-ici/ecole', is_here: false }, { label: 'La salle des fêtes', url: '/vivre-ici/salle-des-fetes', is_here: true }] }, has_related: false, related: [] } },
  { name: 'news-list', view: 'news_list', data: { has_categories: true, categories: [{ label: 'Toutes', url: '/actualites', is_here: true }, { label: 'Vie du village', url: '/actualites?categorie=vie-du-village', is_here: false }], ...frame('/actualites', 'Actualités', { trail: [home] }), has_news: true, news, pagination: { newer_url: false, older_url: '/actualites?page=2', position: 'Page 1 sur 2' } } },
  { name: 'news-item', view: 'news_item', data: { category: false, picture: false, blocks: [], source: false, has_related: false, related: [], ...frame('/actualites/coupure-eau', 'Coupure d’eau mardi matin au bourg', { trail: [home, ['Actualités', '/actualites']] }), body_html: '<p>L’eau est coupée mardi de 8 h à 11 h pour réparer une conduite.</p><p>Pensez à remplir quelques bouteilles la veille.</p>', published: date('2026-11-20', '20 novembre 2026'), updated } },
  { name: 'procedures', view: 'procedures', data: { ...frame('/demarches', 'Démarches en ligne', { trail: [home] }), takes_payments: true, has_procedures: true, themes: [{ theme_title: 'État civil et citoyenneté', procedures }, { theme_title: 'Enfance et école', procedures: [{ title: 'S’inscrire à la cantine', url: '/demarches/cantine', summary: false, is_open: false }] }], has_sheets: true } },
  { name: 'procedure', view: 'procedure', data: { ...frame(procedure_path, procedure_title, procedure_frame), ...procedure_data } },
  { name: 'procedure-draft', view: 'procedure', data: { ...frame(procedure_path, procedure_title, procedure_frame), ...procedure_data, draft: { resume_url: '/demarches/copie-acte-etat-civil/adresse', saved: date('2026-11-22T18:40:00Z', '22 novembre 2026 à 19 h 40'), discard_url: '/demarches/copie-acte-etat-civil/effacer', csrf: 'x' } } },
  { name: 'procedure-closed', view: 'procedure', data: { ...frame(procedure_path, procedure_title, procedure_frame), ...procedure_data, is_open: false, closed: { heading: 'Cette démarche n’est pas encore ouverte', message: 'Cette démarche ouvre le 4 janvier 2027. Revenez à partir de ce jour.', advice: 'Pour une question, appelez la mairie.' } } },
  { name: 'legal-notice', view: 'legal_notice', data: { ...frame('/mentions-legales', 'Mentions légales', { trail: [home] }), publisher_name: 'Commune de Saint-Maixent', siren: '217 202 969', director: 'Le maire de Saint-Maixent', host: 'Hébergeur Exemple, 1 rue du Serveur, 72000 Le Mans, téléphone : 02 43 00 00 01', designer: 'Clocher, la mairie en ligne des petites communes', photo_credits: false, licence: 'Les textes de ce site sont sous Licence Ouverte 2.0.', updated } },
  { name: 'legal-accessibility', view: 'legal_accessibility', data: { ...frame('/accessibilite', 'Déclaration d’accessibilité', { trail: [home] }), publisher_name: 'La commune de Saint-Maixent', site_address: 'saint-maixent.example', declared: updated, updated: false, audit: false, has_issues: false, issues: [], has_burdens: false, burdens: [], has_exempt: false, exempt: [], technologies: ['HTML5', 'CSS'], has_environments: true, environments: ['Firefox et NVDA'], has_test_tools: false, test_tools: [], has_pages_checked: true, pages_checked: ['Accueil', 'Mentions légales', 'Démarches en ligne'], plan_url: false, yearly_plan_url: false, contact_url: false } },
  { name: 'legal-cookies', view: 'legal_cookies', data: { ...frame('/cookies', 'Cookies', { trail: [home] }), cookies: [{ name: 'suivi', purpose: 'Vous laisse suivre une demande.', duration: 'Il est effacé après 2 heures.' }] } },
  { name: 'legal-privacy', view: 'legal_privacy', data: { ...frame('/donnees-personnelles', 'Données personnelles', { trail: [home] }), controller: 'La commune de Saint-Maixent, représentée par son maire', processor: 'L’hébergeur du site', dpo: false, has_procedures: true, procedures: [{ title: 'Copie d’acte d’état civil', purpose: privacy.purpose, legal_basis: privacy.legal_basis, recipients: privacy.recipients, retention: privacy.retention }], draft_days: '14', log_months: '12', updated } },
  { name: 'site-map', view: 'site_map', data: { ...frame('/plan-du-site', 'Plan du site', { trail: [home] }), groups: site_map_groups } },
  { name: 'error-404', view: 'error', data: { ...frame('', 'Cette page n’existe pas'), noindex: true, status: '404', heading: 'Cette page n’existe pas', message: 'L’adresse est peut-être incomplète, ou la page a été retirée.', advice: ['Vérifiez l’adresse, ou cherchez la page dans le plan du site.'], has_suggestions: true, suggestions: found_pages, request_id: '7f3a-91c2' } },
  { name: 'feedback', view: 'feedback', data: { ...frame('/avis', 'Votre avis sur une page', { noindex: true }), ...feedback_data } },
  { name: 'feedback-error', view: 'feedback', data: { ...frame('/avis', 'Votre avis sur une page', { noindex: true, title_error: true }), ...feedback_data, has_errors: true, errors: [{ href: '#raison-missing', message: 'Choisissez une réponse ou écrivez une remarque.' }], reason_error: 'Choisissez une réponse ou écrivez une remarque.' } },
  { name: 'feedback-thanks', view: 'feedback', data: { ...frame('/avis', 'Votre avis sur une page', { noindex: true }), ...feedback_data, asks_why: false } },
  { name: 'search', view: 'search', data: { ...frame('/recherche', 'Rechercher', { noindex: true }), query: 'poubele', was_asked: true, is_too_long: false, lacks_words: false, is_partial: true, count: '1 résultat', corrected: { instead: 'poubelle', literal_url: '/recherche?q=poubele&tel_quel=1' }, has_facets: true, facets: [{ label: 'Tout', count: '1', url: '/recherche?q=poubele', current: true }], has_results: true, results: found_pages, pagination: { newer_url: false, older_url: '/recherche?q=poubele&page=2', position: 'Page 1 sur 2' } } },
  { name: 'search-empty', view: 'search', data: { ...frame('/recherche', 'Rechercher', { noindex: true }), query: 'xyz', was_asked: true, is_too_long: false, lacks_words: true, is_partial: false, count: '0 résultat', corrected: false, has_facets: false, facets: [], has_results: false, results: [], pagination: false } },
  { name: 'error-bare', view: 'error_bare', bare: true, data: { asset: { css: 'site.css', icon: 'favicon.svg' }, retry: { url: '/demarches/copie-acte/etapes/pieces', label: 'Revenir à la page d’avant' }, status: '404', heading: 'Aucune commune à cette adresse', message: 'Vérifiez l’adresse du site dans votre navigateur, ou demandez-la à votre mairie.', request_id: '7f3a-91c2' } },
];

// What the demonstration writes into one commune: facts and persons are invented, and every text says so.
const day = 86_400_000;
const iso = (daysAhead) => new Date(Date.now() + daysAhead * day).toISOString().slice(0, 10);
const example = '\n\n*Exemple de la démonstration de Clocher : tout y est inventé.*';

const weekday = (number, ...intervals) => ({ day: number, intervals: intervals.map(([from, to]) => ({ from, to })) });

export const townHall = {
  address: '1 place de l’Église', phone: '02 43 00 00 00', email: 'mairie@exemple.fr', hours_confirmed: true,
  hours: [weekday(2, ['09:00', '12:00'], ['14:00', '17:30']), weekday(4, ['09:00', '12:00']), weekday(6, ['09:00', '11:30'])],
  mayor_name: 'Hélène Cormier',
};

export const legal = { publication_director: 'Hélène Cormier', dpo_contact: 'dpo@exemple.fr', host: '', photo_credits: '', licence: 'ouverte' };

const record = { category: '', description: '', address: '', phone: '', phone_2: '', email: '', website: '', latitude: null, longitude: null, hours: null,
  image_id: null, image_alt: '', details: {}, pivots: [], is_visible: true, contact_consent: true };

export const records = [
  { ...record, kind: 'elus', name: 'Hélène Cormier', category: 'Maire', details: { role: 'Maire' } },
  { ...record, kind: 'elus', name: 'Bruno Lefèvre', category: 'Adjoints', details: { role: 'Adjoint aux travaux' } },
  { ...record, kind: 'associations', name: 'Comité des fêtes', category: 'Fêtes', description: 'Il prépare le marché de Noël et la fête de juin.', email: 'fetes@exemple.fr' },
  { ...record, kind: 'associations', name: 'Les Mardis du livre', category: 'Culture', description: 'On lit, on prête, on parle : chaque mardi à la bibliothèque.' },
  { ...record, kind: 'commerces', name: 'Boulangerie du Lavoir', category: 'Alimentation', address: '4 rue du Lavoir', phone: '02 43 00 00 01' },
  { ...record, kind: 'sante', name: 'Cabinet infirmier', category: 'Infirmiers', address: '2 place de l’Église', phone: '02 43 00 00 02' },
  { ...record, kind: 'lieux', name: 'Salle des fêtes', category: 'Salles', address: '2 rue du Lavoir', description: 'Cent vingt places assises, une cuisine, un parking.' },
];

export const contents = [
  { kind: 'page', section: 'vivre-ici', title: 'Louer la salle des fêtes', summary: 'Cent vingt places, une cuisine, un parking.',
    body_markdown: `# Qui peut la louer\n\nLes habitants et les associations de la commune, toute l’année.\n\n# Combien cela coûte\n\n| Durée | Habitants | Autres |\n|---|---|---|\n| Une journée | 120 € | 220 € |\n| Un week-end | 180 € | 320 € |${example}`,
    blocks: [{ type: 'accordion', title: 'Vos questions', items: [
      { title: 'Quand rendre les clés ?', body_markdown: 'Le lundi, avant midi, à la mairie.' },
      { title: 'Peut-on venir avec son traiteur ?', body_markdown: 'Oui. La cuisine a un four, deux frigos et un lave-vaisselle.' }] }] },
  { kind: 'news', title: 'La salle des fêtes rouvre samedi', summary: 'Après six mois de travaux, elle est mieux chauffée et accessible à tous.',
    body_markdown: `La salle a une rampe, une boucle magnétique et des fenêtres neuves. Visite samedi de 10 h à 12 h.\n\nPour la réserver, lisez [Louer la salle des fêtes](/vivre-ici/louer-la-salle-des-fetes).${example}`,
    details: { category: 'Travaux', featured: true } },
  { kind: 'news', title: 'Inscriptions à la cantine jusqu’au 15', summary: 'Le dossier se remplit en ligne ou à la mairie.', body_markdown: `Les menus du mois sont affichés à l’école.${example}`, details: { category: 'École' } },
  { kind: 'news', title: 'Les poubelles jaunes passent le jeudi', summary: 'Le jour de collecte change au 1er du mois.', body_markdown: `Sortez-les la veille au soir.${example}`, details: { category: 'Déchets' } },
  { kind: 'event', title: 'Marché de Noël', summary: 'Vingt exposants et une soupe offerte.', body_markdown: `Place de l’Église, de 10 h à 18 h.${example}`,
    details: { starts: `${iso(12)}T10:00`, ends: `${iso(12)}T18:00`, place: 'Place de l’Église', category: 'Fête', organiser: 'Comité des fêtes', price: 'Entrée libre' } },
  { kind: 'event', title: 'Les Mardis du livre', summary: 'On lit, on prête, on parle.', body_markdown: `Tous les mardis à la bibliothèque.${example}`,
    details: { starts: `${nextTuesday()}T17:00`, ends: `${nextTuesday()}T18:30`, place: 'Bibliothèque', series: 'Les Mardis du livre', recurrence: { every: 'week', weekdays: [2] } } },
  { kind: 'event', title: 'Conseil municipal', summary: 'La séance est ouverte à tous.', body_markdown: `L’ordre du jour est affiché à la mairie.${example}`,
    details: { starts: `${iso(20)}T19:30`, place: 'Mairie', category: 'Vie municipale' } },
];

export const alert = { title: 'Eau coupée demain matin, rue du Lavoir', summary: 'De 8 h à 11 h. Pensez à remplir quelques bouteilles. (Exemple de la démonstration.)', severity: 'information', body_markdown: '', starts: null, ends: Math.floor(Date.now() / 1000) + 2 * 86_400, sections: [] };

function nextTuesday() {
  const ahead = (9 - new Date().getUTCDay()) % 7 || 7;
  return iso(ahead);
}

// Sample data of the agenda: full, empty, a month, events with everything and with next to nothing.
'use strict';

const { frame, home } = require('./frame.cjs');

const trail = [home, ['Agenda', '/agenda']];
const link = (link_label, link_url) => ({ link_label, link_url });
const item = { title: 'Marché de Noël', url: '/agenda/marche-de-noel', starts_iso: '2026-12-05', when: 'Samedi 5 décembre 2026, de 10 h à 18 h', place: 'Salle des fêtes', source: false, summary: 'Vingt exposants de la commune et des environs.' };
const bare_item = { ...item, title: 'Loto', url: '/agenda/loto', place: false, source: { source_name: 'Communauté de communes de l’Huisne Sarthoise' }, summary: false, when: 'Dimanche 20 décembre 2026, toute la journée', starts_iso: '2026-12-20' };
const list = {
  ...frame('/agenda', 'Agenda'), has_months: true, is_filtered: false, takes_proposals: true,
  months: [{ month_title: 'Décembre 2026', month_url: '/agenda/mois/2026-12', items: [item, bare_item] }],
  has_categories: true, categories: [{ ...link('Fête', '/agenda?categorie=F%C3%AAte'), is_current: false }],
  has_series: true, series: [{ ...link('Les mardis du livre', '/agenda?serie=Les%20mardis%20du%20livre'), is_current: true }],
  has_other_months: true, earlier: link('octobre 2026', '/agenda/mois/2026-10'), later: link('janvier 2027', '/agenda/mois/2027-01'),
};
const empty_list = { ...list, has_months: false, months: [], has_categories: false, categories: [], has_series: false, series: [], has_other_months: false, earlier: false, later: false };
const month = { ...frame('/agenda/mois/2026-12', 'Agenda de décembre 2026', { trail }), has_items: true, items: [item, bare_item], earlier: list.earlier, later: false };
const event = {
  ...frame('/agenda/marche-de-noel', 'Marché de Noël', { trail }), when: item.when, is_over: false, recurrence: 'tous les mardis', has_next_times: true, next_times: ['Mardi 8 décembre 2026 à 10 h'], summary: item.summary,
  place: { has_place: true, place_name: 'Salle des fêtes', place_url: '/annuaire/lieux/salle-des-fetes', place_lines: ['2 rue de la Gare', '72320 Saint-Maixent'], map_url: 'https://www.openstreetmap.org/search?query=2%20rue%20de%20la%20Gare' },
  source: false, organiser: 'Comité des fêtes', price: 'Entrée libre', category: link('Fête', '/agenda?categorie=F%C3%AAte'), series: link('Les marchés', '/agenda?serie=Les%20march%C3%A9s'),
  picture: false, body_html: '<p>Vin chaud et crêpes.</p>', blocks: [], calendar_url: '/agenda/marche-de-noel/evenement.ics',
};
const no_place = { has_place: false, place_name: false, place_url: false, place_lines: [], map_url: false };
const feed = {
  feed_title: 'Actualités de Saint-Maixent', feed_url: 'https://saint-maixent.example/actualites.atom', page_url: 'https://saint-maixent.example/actualites', author: 'Mairie de Saint-Maixent', updated: '2026-11-24T09:32:00Z',
  entries: [{ entry_title: 'Travaux <rue> & place', entry_url: 'https://saint-maixent.example/actualites/travaux', entry_published: '2026-11-24T09:32:00Z', entry_updated: '2026-11-24T09:32:00Z', entry_mail_date: 'Tue, 24 Nov 2026 10:32:00 +0100', entry_html: '<p>La rue est fermée.</p>' }],
};

module.exports = [
  { name: 'feed-atom', view: 'feed_atom', kind: 'xml', data: feed },
  { name: 'feed-rss', view: 'feed_rss', kind: 'xml', data: feed },
  { name: 'agenda', view: 'agenda', data: list },
  { name: 'agenda-empty', view: 'agenda', data: { ...empty_list, is_filtered: true, takes_proposals: false } },
  { name: 'agenda-month', view: 'agenda_month', data: month },
  { name: 'agenda-month-empty', view: 'agenda_month', data: { ...month, has_items: false, items: [], earlier: false, later: list.later } },
  { name: 'event', view: 'event', data: event },
  { name: 'event-bare', view: 'event', data: { ...event, when: false, is_over: true, recurrence: false, has_next_times: false, next_times: [], summary: false, place: no_place, source: false, organiser: false, price: false, category: false, series: false, body_html: false, calendar_url: false } },
];

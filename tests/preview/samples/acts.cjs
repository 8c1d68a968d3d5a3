// Sample data of the pages of acts: the search, one act in each of its states, meetings, the feed.
'use strict';

const { date, frame, home } = require('./frame.cjs');

const trail = [home, ['La mairie', '/la-mairie']];
const below = [...trail, ['Les actes de la commune', '/actes']];
const entry = {
  name: 'Délibération n° 2026-41',
  object: 'Subvention de 400 € à l’association des parents d’élèves',
  act_url: '/actes/deliberation-2026-41',
  decided: date('2026-11-12', '12 novembre 2026'),
  posted_on: date('2026-11-16', '16 novembre 2026'),
  subject: 'Subventions',
  is_replaced: false,
};
const option = (option_value, option_label, checked = false) => ({ option_value, option_label, checked });
const search = { words: '', years: [option('2026', '2026')], kinds: [option('deliberation', 'Délibérations'), option('arrete', 'Arrêtés')], domains: [option('7', 'Finances locales')] };
const posted_here = { posted_text: 'Les actes de la commune sont publiés sur ce site.', posted_place: false, posted_chosen: false };
const list = { ...frame('/actes', 'Les actes de la commune', { trail }), search, is_search: false, result_count: '2 actes', has_acts: true, acts: [entry, { ...entry, is_replaced: true, subject: false }], pagination: false, has_meetings: true, has_table: true, posted: posted_here };

const online = {
  object: entry.object,
  file_url: '/actes/deliberation-2026-41/acte.pdf',
  file_words: 'PDF, 320 Ko',
  fingerprint: '2f1d9c04 7be08a1c 55d2f7a9 0c33e6b1 9a1f47e8 d60b2c75 e4f90a13 7c8b6d52',
  facts: [{ label: 'Numéro', value: '2026-41' }, { label: 'Matière', value: '7.5 Subventions' }, { label: 'Vote', value: '10 pour, 1 contre, 0 abstention(s), 11 votants sur 11 élus' }],
  meeting: { meeting_url: '/actes/seances/2026-11-12', meeting_day: '12 novembre 2026' },
};
const act = { ...frame('/actes/deliberation-2026-41', entry.name, { trail: below }), posted: date('2026-11-16T09:32:00Z', '16 novembre 2026 à 10 h 32'), withdrawn: false, online, replaces: false, replaced_by: false };

const attestation = { commune_name: 'Saint-Maixent', of_name: 'de Saint-Maixent', act_name: entry.name, object: entry.object, decided: '12 novembre 2026', page_url: 'https://saint-maixent.example/actes/deliberation-2026-41', fingerprint: 'a'.repeat(64), since: '16 novembre 2026 à 10 h 32', withdrawn: false, checks: '12 contrôles', is_continuous: true, chain_is_broken: false, has_gaps: false, gaps: [], has_faults: false, faults: [], made: '1er décembre 2026 à 9 h 00' };

module.exports = [
  { name: 'act-attestation', view: 'documents/act_attestation', bare: true, data: attestation },
  { name: 'act-attestation-gaps', view: 'documents/act_attestation', bare: true, data: { ...attestation, withdrawn: '1er février 2027 à 10 h 00', is_continuous: false, chain_is_broken: true, has_gaps: true, gaps: [{ first: '20 novembre 2026', last: '22 novembre 2026' }, { first: '25 novembre 2026', last: false }], has_faults: true, faults: [{ at: '28 novembre 2026 à 4 h 00', is_missing: true }, { at: '29 novembre 2026 à 4 h 00', is_missing: false }] } },
  { name: 'acts', view: 'acts', data: list },
  { name: 'acts-empty', view: 'acts', data: { ...list, result_count: '0 acte', has_acts: false, acts: [], has_meetings: false, has_table: false } },
  { name: 'acts-search', view: 'acts', data: { ...list, is_search: true, search: { ...search, words: 'subvention', kinds: [option('deliberation', 'Délibérations', true)] }, pagination: { newer_url: false, older_url: '/actes?page=2&q=subvention', position: 'Page 1 sur 2' }, posted: { posted_text: 'Les actes de la commune sont affichés. Ce site en donne aussi une copie.', posted_place: 'Panneau devant la mairie', posted_chosen: 'Choix du conseil municipal : délibération n° 2026-12 du 3 mars 2026.' } } },
  { name: 'act', view: 'act', data: act },
  { name: 'act-replaced', view: 'act', data: { ...act, replaced_by: { link_name: 'Délibération n° 2026-44', link_url: '/actes/deliberation-2026-44' }, replaces: { link_name: 'Délibération n° 2026-39', link_url: '/actes/deliberation-2026-39' }, online: { ...online, meeting: false } } },
  { name: 'act-withdrawn', view: 'act', data: { ...act, noindex: true, withdrawn: date('2027-02-01T09:00:00Z', '1er février 2027 à 10 h 00'), online: false } },
  { name: 'act-meetings', view: 'act_meetings', data: { ...frame('/actes/seances', 'Les séances du conseil municipal', { trail: below }), has_meetings: true, meetings: [{ meeting_url: '/actes/seances/2026-11-12', meeting_day: date('2026-11-12', '12 novembre 2026'), meeting_count: '3 documents' }] } },
  { name: 'act-meetings-empty', view: 'act_meetings', data: { ...frame('/actes/seances', 'Les séances du conseil municipal', { trail: below }), has_meetings: false, meetings: [] } },
  { name: 'act-meeting', view: 'act_meeting', data: { ...frame('/actes/seances/2026-11-12', 'Séance du 12 novembre 2026', { trail: below }), parts: [{ heading: 'Délibérations', acts: [entry] }] } },
  { name: 'acts-feed', view: 'acts_feed', kind: 'xml', data: { feed_title: 'Les actes de Saint-Maixent', feed_url: 'https://saint-maixent.example/actes/flux.xml', page_url: 'https://saint-maixent.example/actes', author: 'Mairie de Saint-Maixent', updated: '2026-11-16T09:32:00Z', entries: [{ entry_title: entry.name, entry_url: 'https://saint-maixent.example/actes/deliberation-2026-41', entry_at: '2026-11-16T09:32:00Z', entry_object: entry.object }] } },
];

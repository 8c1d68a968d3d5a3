// Sample data of the directories: kinds, a list with facets, records full and bare.
'use strict';

const { date, frame, home } = require('./frame.cjs');

const phone = { text: '02 43 00 00 00', href: 'tel:+33243000000' };
const portrait = { sources: [{ type: 'image/avif', srcset: '/images/3/square-200-0123456789abcdef.avif 200w' }], src: '/images/3/square-200-0123456789abcdef.jpg', srcset: '/images/3/square-200-0123456789abcdef.jpg 200w', sizes: '6rem', width: '200', height: '200', alt: false, is_lazy: true };
const entries = [
  { title: 'Club de boules', url: '/annuaire/associations/club-de-boules', what: 'Sport', more: '3 rue des Lilas', phones: [phone], portrait: false },
  { title: 'Chorale du Perche', url: '/annuaire/associations/chorale-du-perche', what: 'Culture', more: false, phones: [], portrait: portrait },
];
const facets = [
  { facet_title: 'Thème', facet_id: 'categorie', links: [{ label: 'Tout', count: '2', url: '/annuaire/associations', current: true }, { label: 'Sport', count: '1', url: '/annuaire/associations?categorie=Sport', current: false }] },
];
const list = { summary: 'Sport, culture, entraide : la vie associative.', count: '2 fiches', all_url: '/annuaire/associations', csv_url: '/annuaire/associations.csv' };
const contact = {
  has_contact: true, person: 'Jeanne Martin', has_address: true, address_lines: ['3 rue des Lilas', '72320 Saint-Maixent'],
  map_url: 'https://www.openstreetmap.org/search?query=3%20rue%20des%20Lilas', phones: [phone], email: 'boules@exemple.fr',
  website: { href: 'https://www.boules.example', text: 'www.boules.example' }, open_now: { is_open: true, text: 'Ouvert jusqu’à 12 h' },
  has_hours: true, hours: [{ days: 'Lundi et jeudi', times: '9 h – 12 h' }],
};
const bare_contact = { has_contact: false, person: false, has_address: false, address_lines: [], map_url: false, phones: [], email: false, website: false, open_now: false, has_hours: false, hours: [] };
const trail = [home, ['Annuaire', '/annuaire']];
const entry_frame = (path, title) => frame(path, title, { trail: [...trail, ['Associations', '/annuaire/associations']] });
const confirmed = date('2026-11-24', '24 novembre 2026');

module.exports = [
  { name: 'directory-index', view: 'directory_index', data: { ...frame('/annuaire', 'Annuaire de la commune', { trail: [] }), has_kinds: true, kinds: [{ title: 'Services municipaux', url: '/annuaire/services', summary: 'Les services de la mairie, leurs horaires, leur contact.', count: '1 fiche' }, { title: 'Associations', url: '/annuaire/associations', summary: list.summary, count: '2 fiches' }] } },
  { name: 'directory-index-empty', view: 'directory_index', data: { ...frame('/annuaire', 'Annuaire de la commune'), has_kinds: false, kinds: [] } },
  { name: 'directory-list', view: 'directory_list', data: { ...frame('/annuaire/associations', 'Associations', { trail }), ...list, has_facets: true, facets, is_filtered: false, has_entries: true, entries } },
  { name: 'directory-list-empty', view: 'directory_list', data: { ...frame('/annuaire/associations', 'Associations', { trail }), ...list, count: '0 fiche', has_facets: false, facets: [], is_filtered: true, has_entries: false, entries: [] } },
  { name: 'directory-entry', view: 'directory_entry', data: { ...entry_frame('/annuaire/associations/club-de-boules', 'Club de boules'), what: 'Sport', photo: { ...portrait, alt: 'Le club sur la place' }, description_html: '<p>On joue le jeudi après-midi.</p>', has_facts: true, facts: [{ label: 'Numéro RNA', lines: ['W722001234'] }], contact, vcard_url: '/annuaire/associations/club-de-boules/contact.vcf', correction_url: '/demarches/signaler-une-correction?record_name=Club', confirmed } },
  { name: 'directory-entry-bare', view: 'directory_entry', data: { ...entry_frame('/annuaire/associations/club', 'Club'), what: false, photo: false, description_html: false, has_facts: false, facts: [], contact: bare_contact, vcard_url: '/annuaire/associations/club/contact.vcf', correction_url: false, confirmed } },
];

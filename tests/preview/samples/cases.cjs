// Sample data of what is printed of requests.
'use strict';

const proof = { of_name: 'de Saint-Maixent', procedure_title: 'Réservation de la salle des fêtes', reference: '2026-00042', applicant: 'Éloïse Garnier', received: '24 novembre 2026 à 10 h 32', acknowledge_by: '8 décembre 2026', receipt: { recipient: 'eloise@exemple.fr', issued: '24 novembre 2026 à 10 h 32', sent: '24 novembre 2026 à 10 h 33', fingerprint: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }, silence: { is_acceptance: false, delay: '2 mois', decides_on: '3 février 2027', suspended: '10 jours' }, has_asks: true, asks: [{ on: '1er décembre 2026', before: '31 décembre 2026', ended: '11 décembre 2026' }], decided: false, decided_by_silence: false, events: [{ at: '24 novembre 2026 à 10 h 32', actor: 'Éloïse Garnier', text: 'Demande envoyée' }], made: '12 décembre 2026 à 9 h 00' };

const { frame } = require('./frame.cjs');
const about = { procedure_title: 'Copie d’acte d’état civil', reference: '2026-0042', case_url: 'https://saint-maixent.example/admin/demandes/42', commune_of_name: 'de Saint-Maixent' };
const answers = [{ section_title: 'L’acte', edit_url: false, answers: [{ question: 'Nom', lines: ['Garnier'], is_answered: true }] }];
const make = require('./fields.cjs');
const day = { iso: '2026-12-09', text: '9 décembre 2026' };

module.exports = [
  { name: 'mail-assigned', view: 'mails/agent_assigned', kind: 'txt', data: { ...about, by: 'Sylvie Renard' } },
  { name: 'mail-opinion-request', view: 'mails/opinion_request', kind: 'txt', data: { name: 'Paul Martin', by: 'Sylvie Renard', procedure_title: about.procedure_title, reference: about.reference, question: 'Que pensez-vous du trajet proposé ?', opinion_url: 'https://saint-maixent.example/avis-elu/0123', until: '9 décembre 2026', commune_of_name: 'de Saint-Maixent' } },
  { name: 'mail-agent-opinion', view: 'mails/agent_opinion', kind: 'txt', data: about },
  { name: 'mail-retention', view: 'mails/agent_retention', kind: 'txt', data: { count_text: '3 demandes', days: '30', inbox_url: 'https://saint-maixent.example/admin/demandes', commune_of_name: 'de Saint-Maixent' } },
  { name: 'case-proof', view: 'documents/case_proof', bare: true, data: proof },
  { name: 'case-proof-old', view: 'documents/case_proof', bare: true, data: { ...proof, receipt: false, silence: false, has_asks: false, asks: [], decided: '12 décembre 2026 à 9 h 00' } },
  { name: 'case-proof-silence', view: 'documents/case_proof', bare: true, data: { ...proof, receipt: { ...proof.receipt, sent: false }, silence: { is_acceptance: true, delay: '2 mois', decides_on: false, suspended: false }, asks: [{ on: '1er décembre 2026', before: '31 décembre 2026', ended: false }], decided: '4 février 2027 à 4 h 00', decided_by_silence: true } },
  { name: 'silence-attestation', view: 'documents/silence_attestation', bare: true, data: { of_name: 'de Saint-Maixent', commune_name: 'Saint-Maixent', mayor: 'Jacques Renard', procedure_title: 'Réservation de la salle des fêtes', reference: '2026-00042', applicant: 'Éloïse Garnier', received: '24 novembre 2026', delay: '2 mois', accepted: '24 janvier 2027', made: '26 janvier 2027' } },
  { name: 'correction', view: 'correction', data: { ...frame('/suivi/demande/correction', 'Corriger votre demande', { noindex: true }), procedure_title: about.procedure_title, reference: about.reference, before: day, reason: ['Le nom de naissance ne correspond pas.'], action: '/suivi/demande/correction', csrf: 'x', has_errors: false, errors: [], single_question: false, fields: [make.long_text('precisions', 'Précisions')] } },
  { name: 'opinion-page', view: 'opinion_page', data: { ...frame('/avis-elu/0123', 'Votre avis', { noindex: true }), procedure_title: about.procedure_title, reference: about.reference, name: 'Paul Martin', by: 'Sylvie Renard', question: ['Que pensez-vous du trajet ?'], until: day, single_question: false, sections: answers, has_files: true, files: [{ file_name: 'plan.pdf', size_text: '1,4 Mo', file_url: '/avis-elu/0123/fichiers/1' }], notice: false, has_errors: true, errors: [{ href: '#f-avis-favourable', message: 'Choisissez votre avis.' }], action: '/avis-elu/0123', csrf: 'x', verdicts: [{ verdict: 'favourable', verdict_id: 'f-avis-favourable', verdict_label: 'Favorable', is_chosen: false }], verdict_error: 'Choisissez votre avis.', answer: '', answer_error: false } },
];

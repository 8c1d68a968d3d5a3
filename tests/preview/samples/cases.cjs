// Sample data of what is printed of requests.
'use strict';

const proof = { of_name: 'de Saint-Maixent', procedure_title: 'Réservation de la salle des fêtes', reference: '2026-00042', applicant: 'Éloïse Garnier', received: '24 novembre 2026 à 10 h 32', acknowledge_by: '8 décembre 2026', receipt: { recipient: 'eloise@exemple.fr', issued: '24 novembre 2026 à 10 h 32', sent: '24 novembre 2026 à 10 h 33', fingerprint: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }, silence: { is_acceptance: false, delay: '2 mois', decides_on: '3 février 2027', suspended: '10 jours' }, has_asks: true, asks: [{ on: '1er décembre 2026', before: '31 décembre 2026', ended: '11 décembre 2026' }], decided: false, decided_by_silence: false, events: [{ at: '24 novembre 2026 à 10 h 32', actor: 'Éloïse Garnier', text: 'Demande envoyée' }], made: '12 décembre 2026 à 9 h 00' };

module.exports = [
  { name: 'case-proof', view: 'documents/case_proof', bare: true, data: proof },
  { name: 'case-proof-old', view: 'documents/case_proof', bare: true, data: { ...proof, receipt: false, silence: false, has_asks: false, asks: [], decided: '12 décembre 2026 à 9 h 00' } },
  { name: 'case-proof-silence', view: 'documents/case_proof', bare: true, data: { ...proof, receipt: { ...proof.receipt, sent: false }, silence: { is_acceptance: true, delay: '2 mois', decides_on: false, suspended: false }, asks: [{ on: '1er décembre 2026', before: '31 décembre 2026', ended: false }], decided: '4 février 2027 à 4 h 00', decided_by_silence: true } },
  { name: 'silence-attestation', view: 'documents/silence_attestation', bare: true, data: { of_name: 'de Saint-Maixent', commune_name: 'Saint-Maixent', mayor: 'Jacques Renard', procedure_title: 'Réservation de la salle des fêtes', reference: '2026-00042', applicant: 'Éloïse Garnier', received: '24 novembre 2026', delay: '2 mois', accepted: '24 janvier 2027', made: '26 janvier 2027' } },
];

// Sample data of what money prints.
'use strict';

const month = {
  of_name: 'de Saint-Maixent', regie_name: 'Régie périscolaire', regie_number: '1', act: 'Délibération 2024-12', month: 'novembre 2026', regisseur: 'Paul Régis', comptable: [{ line: 'SGC du Mans' }, { line: '72000 Le Mans' }],
  has_rows: true, rows: [{ product: 'Cantine scolaire', account: '7067', means: 'Espèces', receipts: '12', received: '57,00\u00a0€', undone: '7,00\u00a0€', total: '50,00\u00a0€' }, { product: 'Photocopies', account: false, means: 'Chèque', receipts: '1', received: '12,00\u00a0€', undone: '0,00\u00a0€', total: '12,00\u00a0€' }],
  received: '69,00\u00a0€', undone: '7,00\u00a0€', total: '62,00\u00a0€', refunded: false, has_bordereaux: true, bordereaux: [{ number: '2026-1', day: '24 novembre 2026', means: 'Chèque', amount: '12,00\u00a0€' }], poured: '12,00\u00a0€',
  has_held: true, held: [{ means: 'Espèces', amount: '50,00\u00a0€' }], first_receipt: '1', last_receipt: '13', ledger_hash: 'a'.repeat(64), made: '1er décembre 2026 à 9 h 00',
};

module.exports = [
  { name: 'regie-month', view: 'documents/regie_month', bare: true, data: month },
  { name: 'regie-month-empty', view: 'documents/regie_month', bare: true, data: { ...month, act: false, regisseur: false, comptable: [], has_rows: false, rows: [], refunded: '5,00\u00a0€', has_bordereaux: false, bordereaux: [], has_held: false, held: [], ledger_hash: false } },
];

// Sample data of what is sent as plain text or XML: mails and files for robots.
'use strict';

const service = { name: 'Mairie de Saint-Maixent, état civil', address_line: '1 place de l’Église, 72320 Saint-Maixent', phone: '02 43 00 00 00', email: 'mairie@saint-maixent.example' };
const common = { greeting: 'Bonjour,', procedure_title: 'Copie d’acte d’état civil', reference: '2026-0042', service, commune_of_name: 'de Saint-Maixent', site_url: 'https://saint-maixent.example', tracking_url: 'https://saint-maixent.example/suivi' };
const silence = { means_rejection: true, means_acceptance: false, decision_date: '24 janvier 2027', delay: 'deux mois', legal_reference: false, remedies: 'Vous pouvez alors saisir le tribunal administratif de Nantes dans les deux mois.' };
const receipt = { ...common, tracking_code: 'K7QF-92MD-X4PA', received: '24 novembre 2026 à 9 h 12', is_mailed: true, next_steps: ['La mairie lit votre demande.', 'Elle vous envoie la copie par la poste.'], answer_by: '1er décembre 2026', silence, silence_text: false };

module.exports = [
  { name: 'mail-receipt', view: 'mails/receipt', kind: 'txt', data: receipt },
  { name: 'receipt-by-hand', view: 'mails/receipt', kind: 'txt', data: { ...receipt, is_mailed: false } },
  { name: 'mail-receipt-accept', view: 'mails/receipt', kind: 'txt', data: { ...receipt, answer_by: false, silence: { ...silence, means_rejection: false, means_acceptance: true, remedies: false, legal_reference: 'article L. 231-1 du code des relations entre le public et l’administration' } } },
  { name: 'mail-receipt-none', view: 'mails/receipt', kind: 'txt', data: { ...receipt, silence: false, service: { ...service, phone: false, email: false } } },
  { name: 'mail-draft-code', view: 'mails/draft_code', kind: 'txt', data: { greeting: common.greeting, procedure_title: common.procedure_title, code: 'K7QXM-29RTA-PW4ZN', resume_url: 'https://saint-maixent.example/reprendre', kept_until: '24 décembre 2026', commune_of_name: common.commune_of_name, site_url: common.site_url } },
  { name: 'mail-message', view: 'mails/message_from_town_hall', kind: 'txt', data: { ...common, asks_answer: true, answer_before: '8 décembre 2026', agent: 'Sylvie Renard, secrétaire de mairie' } },
  { name: 'mail-state', view: 'mails/state_changed', kind: 'txt', data: { ...common, state_label: 'Refusée', state_text: 'La mairie n’a pas pu accepter votre demande.', reason: 'L’acte n’a pas été établi à Saint-Maixent.', remedies: 'Vous pouvez saisir le tribunal administratif de Nantes dans les deux mois.', agent: false } },
  { name: 'mail-agent', view: 'mails/agent_new_case', kind: 'txt', data: { procedure_title: common.procedure_title, reference: common.reference, received: receipt.received, answer_by: receipt.answer_by, waiting_count: '3', case_url: 'https://saint-maixent.example/admin/demandes/42', commune_of_name: common.commune_of_name } },
  { name: 'mail-agent-answer', view: 'mails/agent_answer', kind: 'txt', data: { procedure_title: common.procedure_title, reference: common.reference, received: receipt.received, case_url: 'https://saint-maixent.example/admin/demandes/42', commune_of_name: common.commune_of_name } },
  { name: 'mail-silence', view: 'mails/silence', kind: 'txt', data: { ...common, received: '24 novembre 2026', delay: 'deux mois', is_accepted: true, remedies: false, case_url: 'https://saint-maixent.example/admin/demandes/42' } },
  { name: 'mail-agent-silence', view: 'mails/agent_silence', kind: 'txt', data: { procedure_title: common.procedure_title, reference: common.reference, received: '24 novembre 2026', delay: 'deux mois', is_accepted: false, case_url: 'https://saint-maixent.example/admin/demandes/42', commune_of_name: common.commune_of_name } },
  { name: 'mail-failure-digest', view: 'mails/failure_digest', kind: 'txt', data: { lines: [{ line: '2 courriels ne sont pas partis.' }], list_url: 'https://saint-maixent.example/admin/envois', commune_of_name: common.commune_of_name } },
  { name: 'mail-file-infected', view: 'mails/file_infected', kind: 'txt', data: { procedure_title: common.procedure_title, reference: common.reference, file_name: 'livret.pdf', tracking_url: common.tracking_url, commune_of_name: common.commune_of_name } },
  { name: 'sitemap', view: 'sitemap', kind: 'xml', data: { urls: [{ location: 'https://saint-maixent.example/', modified: '2026-11-24' }, { location: 'https://saint-maixent.example/suivi', modified: false }] } },
  { name: 'robots', view: 'robots', kind: 'txt', data: { sitemap_url: 'https://saint-maixent.example/sitemap.xml' } },
  { name: 'security', view: 'security', kind: 'txt', data: { contact: 'mailto:securite@clocher.example', expires: '2027-06-30T00:00:00Z', canonical_url: 'https://saint-maixent.example/.well-known/security.txt' } },
];

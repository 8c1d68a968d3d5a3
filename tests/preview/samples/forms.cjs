// Sample data of the pages where a resident acts: steps of a form, review, confirmation, tracking.
'use strict';

const { date, frame } = require('./frame.cjs');
const { privacy } = require('./privacy.cjs');
const make = require('./fields.cjs');

const procedure_title = 'Copie d’acte d’état civil';
const path = '/demarches/copie-acte-etat-civil/etape';
const back = { url: '/demarches/copie-acte-etat-civil', label: 'Retour' };
const kept_until = date('2026-12-08', '8 décembre 2026');

function step(name, number, step_title, fields, other = {}) {
  const { errors = [], frame: extra = {}, ...rest } = other;
  return {
    name, view: 'form_step',
    data: {
      ...frame(path, `${step_title} – ${procedure_title}`, { back, noindex: true, title_error: errors.length > 0, ...extra }),
      procedure_title, step_number: String(number), step_count: '5', step_title, step_intro: false, single_question: false,
      action: path, csrf: 'x', has_errors: errors.length > 0, errors, fields, submit_label: 'Continuer', has_group: fields.some(one => one.is_group), keep_url: `${path}/saisie`, script: '/static/draft.js', later_url: `${path}/plus-tard`, kept_until, ...rest,
    },
  };
}

const acts = [['naissance', 'Un acte de naissance'], ['mariage', 'Un acte de mariage'], ['deces', 'Un acte de décès']];
const copies = [['integrale', 'Copie intégrale', 'Tout le texte de l’acte, avec les mentions en marge.'], ['extrait', 'Extrait', 'L’essentiel de l’acte.']];
const needed = label => ({ href: `#f-${label}` });

const missing_name = 'Remplissez « Nom de naissance ».';
const bad_date = 'Indiquez une date qui existe, par exemple 27/03/1984.';
const bad_postcode = 'Indiquez un code postal à 5 chiffres, par exemple 72320.';
const no_file = 'Joignez un fichier à « Pièce d’identité ».';
const no_act = 'Choisissez une réponse à « De quel acte avez-vous besoin ? ».';

const sections = [
  { section_title: 'L’acte', edit_url: '/demarches/copie-acte-etat-civil/acte?retour=verification', answers: [
    { question: 'De quel acte avez-vous besoin ?', lines: ['Un acte de naissance'], is_answered: true },
    { question: 'Date de naissance', lines: ['27 mars 1984'], is_answered: true }] },
  { section_title: 'Vos coordonnées', edit_url: '/demarches/copie-acte-etat-civil/coordonnees?retour=verification', answers: [
    { question: 'Adresse', lines: ['4 rue du Lavoir', '72320 Saint-Maixent'], is_answered: true },
    { question: 'Adresse électronique', lines: ['claire.martin@exemple.fr'], is_answered: true },
    { question: 'Téléphone (facultatif)', lines: [], is_answered: false }] },
  { section_title: 'Pièce à joindre', edit_url: '/demarches/copie-acte-etat-civil/piece?retour=verification', answers: [
    { question: 'Pièce d’identité', lines: ['carte-identite.pdf (320 Ko)'], is_answered: true }] },
];

const messages = [
  { from_town_hall: true, author: 'Mairie, Sylvie Renard, secrétaire', posted: date('2026-11-25T09:30:00Z', '25 novembre 2026 à 10 h 30'), paragraphs: ['Bonjour Madame,', 'Votre carte d’identité est illisible sur la photo. Pouvez-vous en envoyer une autre ?'], has_files: false, files: [] },
  { from_town_hall: false, author: 'Vous', posted: date('2026-11-25T17:05:00Z', '25 novembre 2026 à 18 h 05'), paragraphs: ['Bonjour, la voici. Merci.'], has_files: true, files: [{ file_name: 'carte-identite-2.jpg', size_text: '1,4 Mo', file_url: '/suivi/fichiers/1', file_note: false }, { file_name: 'livret.pdf', size_text: '320 Ko', file_url: false, file_note: 'en cours de vérification' }] },
];

const tracking_case = {
  payment: { amount: '15,00 €', is_paid: true, page_url: '/paiements/0123456789abcdefghjkmnpqrs' },
  procedure_title: 'Copie d’acte d’état civil', reference: '2026-0042', state_label: 'En attente de votre réponse', state_tone: 'action',
  state_text: 'La mairie a besoin d’une précision ou d’une pièce. Lisez son message et répondez-lui ci-dessous.',
  correction: { correction_url: '/suivi/demande/correction', before: date('2026-12-24', '24 décembre 2026') },
  steps: [
    { step_label: 'Envoyée', is_done: true, is_current: false, reached: date('2026-11-24', '24 novembre 2026') },
    { step_label: 'Étudiée par la mairie', is_done: false, is_current: true, reached: date('2026-11-25', '25 novembre 2026') },
    { step_label: 'Réponse donnée', is_done: false, is_current: false, reached: false }],
  has_errors: false, errors: [], notice: false, infected_files: ['Le fichier « bail.pdf » contenait un virus : il a été supprimé. Envoyez-en un autre dans un message.'], has_messages: true, messages,
  reply: { action: '/suivi/dossier/message', csrf: 'x', fields: [make.long_text('message', 'Votre message à la mairie'), make.file('piece', 'Joindre un fichier', { optional: true })] },
  single_question: false, sections: sections.map(s => ({ ...s, edit_url: false })), withdraw: { action: '/suivi/demande/retrait', csrf: 'x' }, leave: { action: '/suivi/quitter', csrf: 'x' },
};

const printed = { procedure_title, reference: '2026-0042', name: 'Claire Martin', sent: date('2026-11-24T08:12:00Z', '24 novembre 2026 à 9 h 12'), code_groups: ['K7QF', '92MD', 'X4PA'], qr_url: '/demarches/copie-acte-etat-civil/recepisse/code.svg', assistance: false, paragraphs: ['La mairie a bien reçu votre demande.', 'LE SERVICE QUI TRAITE VOTRE DEMANDE\nMairie de Saint-Maixent'] };
const ending = {
  name: 'form-ending', view: 'form_ending',
  data: {
    ...frame(path, `Vous n’êtes pas concerné – ${procedure_title}`, { back, noindex: true }),
    procedure_title, heading: 'Vous n’êtes pas concerné', text_html: '<p>La mairie ne peut copier que les actes établis à Saint-Maixent. Demandez le vôtre à la mairie du lieu de naissance.</p>', change_url: path, change_label: 'Modifier mes réponses', kept_until: false,
  },
};

const full = { ...ending, name: 'form-full', data: { ...ending.data, heading: 'Il n’y a plus de place', change_label: 'Revoir mes réponses', kept_until: { iso: '2026-12-24', text: '24 décembre 2026' } } };

module.exports = [
  ending,
  full,
  step('step-act', 1, 'De quel acte avez-vous besoin ?', [make.radios('acte', 'De quel acte avez-vous besoin ?', acts, [], { hint: 'La mairie ne peut copier que les actes établis à Saint-Maixent.' })], { single_question: true }),
  step('step-act-error', 1, 'De quel acte avez-vous besoin ?', [make.radios('acte', 'De quel acte avez-vous besoin ?', acts, [], { error: no_act })], { single_question: true, errors: [{ ...needed('acte'), message: no_act }] }),
  step('step-person', 2, 'La personne de l’acte', [
    make.text('nom', 'Nom de naissance', { value: 'Martin', autocomplete: false }),
    make.text('prenoms', 'Prénoms', { hint: 'Tous les prénoms, dans l’ordre de l’acte.', value: 'Claire Jeanne' }),
    make.date('date', 'Date de naissance', { value: '27/03/1984' })], { step_intro: 'Donnez son identité telle qu’elle est écrite sur l’acte.' }),
  step('step-person-error', 2, 'La personne de l’acte', [
    make.text('nom', 'Nom de naissance', { error: missing_name }),
    make.text('prenoms', 'Prénoms', { hint: 'Tous les prénoms, dans l’ordre de l’acte.', value: 'Claire Jeanne' }),
    make.date('date', 'Date de naissance', { value: '31/02/1984', error: bad_date })], { errors: [{ ...needed('nom'), message: missing_name }, { ...needed('date'), message: bad_date }] }),
  step('step-all', 3, 'Tous les types de question', [
    make.note('<p>Cette page montre <strong>tous les types</strong> de question.</p>'),
    make.point('lieu', 'Le lieu'),
    make.group('enfants', 'Vos enfants', 'Enfant', [[make.text('enfants.0.prenom', 'Prénom', { value: 'Léa' })], [make.text('enfants.1.prenom', 'Prénom')]], { add_label: 'Ajouter un enfant' }),
    make.file('identite', 'Votre pièce d’identité', { multiple: true, is_identity: true }),
    make.computed('prix', 'Prix à payer', '12,50 €'),
    make.title('Les copies'),
    make.code('heure', 'Heure de retrait', 'Par exemple 14 h 30 ou 14:30.', { width: 'short', value: '14 h 30' }),
    make.money('montant', 'Montant payé', { value: '12,50', optional: true }),
    make.text('exemplaires', 'Nombre d’exemplaires', { width: 'short', inputmode: 'numeric', value: '1' }),
    make.radios('forme', 'Quelle forme de copie ?', copies, ['integrale']),
    make.select('lien', 'Votre lien avec la personne', [['moi', 'C’est moi'], ['parent', 'Père ou mère'], ['enfant', 'Fils ou fille'], ['conjoint', 'Époux ou épouse']], ['moi']),
    make.checkboxes('mentions', 'Mentions à faire figurer', [['filiation', 'La filiation'], ['mariage', 'Le mariage']], ['filiation'], { optional: true, hint: 'Cochez tout ce qui vous sert.' }),
    make.address('adresse', 'Votre adresse', { postcode: make.part('adresse.postcode', '7232', bad_postcode), street: make.part('adresse', '4 rue du Lavoir'), city: make.part('adresse.city', 'Saint-Maixent') }),
    make.email('courriel', 'Adresse électronique', { hint: 'Pour recevoir l’accusé de réception.', value: 'claire.martin@exemple.fr' }),
    make.phone('telephone', 'Téléphone', { optional: true }),
    make.long_text('precisions', 'Précisions pour la mairie', { optional: true }),
    make.file('piece', 'Pièce d’identité', { has_kept: true, kept: [{ file_name: 'carte-identite.pdf', size_text: '320 Ko', remove_id: 'retirer-1', remove_name: 'retirer', remove_value: '1' }] }),
  ], { errors: [{ href: '#f-adresse-postcode', message: bad_postcode }], submit_label: 'Enregistrer et revenir', frame: { theme: 'theme-ocean' } }),
  step('step-file-error', 4, 'Pièce d’identité', [make.file('piece', 'Pièce d’identité', { error: no_file, hint: 'Le recto et le verso.', multiple: true })], { single_question: true, errors: [{ ...needed('piece'), message: no_file }] }),
  step('step-address', 3, 'Votre adresse', [make.address('adresse', 'À quelle adresse envoyer la copie ?')], { single_question: true }),
  { name: 'review', view: 'form_review', data: { ...frame(path, `Vérifiez vos réponses – ${procedure_title}`, { back, noindex: true }), procedure_title, has_errors: false, errors: [], sections, action: '/demarches/copie-acte-etat-civil/envoyer', csrf: 'x', declaration: 'En envoyant cette demande, vous certifiez que vos réponses sont exactes.', privacy } },
  { name: 'later', view: 'form_later', data: { ...frame(`${path}/plus-tard`, `Continuer plus tard – ${procedure_title}`, { noindex: true }), procedure_title, kept_until: date('2026-12-24', '24 décembre 2026'), code_groups: ['K7QXM', '29RTA', 'PW4ZN'], is_mailed: true, action: `${path}/plus-tard`, csrf: 'x', has_errors: false, errors: [], email_value: '', email_error: false, resume_here_url: path } },
  { name: 'later-error', view: 'form_later', data: { ...frame(`${path}/plus-tard`, `Continuer plus tard – ${procedure_title}`, { noindex: true, title_error: true }), procedure_title, kept_until: date('2026-12-24', '24 décembre 2026'), code_groups: ['K7QXM', '29RTA', 'PW4ZN'], is_mailed: false, action: `${path}/plus-tard`, csrf: 'x', has_errors: true, errors: [{ href: '#f-courriel', message: 'Indiquez l’adresse électronique qui recevra le code.' }], email_value: '', email_error: 'Indiquez l’adresse électronique qui recevra le code.', resume_here_url: path } },
  { name: 'resume', view: 'form_resume', data: { ...frame('/reprendre', 'Reprendre une demande', {}), action: '/reprendre', csrf: 'x', has_errors: false, errors: [], code_value: '', code_error: false } },
  { name: 'sent', view: 'form_sent', data: { ...frame(path, `Demande envoyée – ${procedure_title}`, { noindex: true }), is_trial: false, payment: { amount: '15,00 €', is_paid: false, page_url: '/paiements/0123456789abcdefghjkmnpqrs' }, procedure_title, reference: '2026-0042', code_groups: ['K7QF', '92MD', 'X4PA'], sent: date('2026-11-24T08:12:00Z', '24 novembre 2026 à 9 h 12'), email: 'claire.martin@exemple.fr', receipt_url: '/demarches/copie-acte-etat-civil/recepisse', confirmation_html: '<p>La mairie cherche l’acte dans ses registres.</p>', answer_by: date('2026-12-01', '1er décembre 2026') } },
  { name: 'sent-without-mail', view: 'form_sent', data: { ...frame(path, `Demande envoyée – ${procedure_title}`, { noindex: true }), is_trial: false, payment: false, procedure_title, reference: '2026-0042', code_groups: ['K7QF', '92MD', 'X4PA'], sent: date('2026-11-24T08:12:00Z', '24 novembre 2026 à 9 h 12'), email: false, receipt_url: '/demarches/copie-acte-etat-civil/recepisse', confirmation_html: '<p>La mairie cherche l’acte dans ses registres.</p>', answer_by: date('2026-12-01', '1er décembre 2026') } },
  { name: 'receipt', view: 'receipt_page', data: { ...frame(path, 'Accusé de réception 2026-0042', { back, noindex: true }), ...printed } },
  { name: 'receipt-assisted', view: 'receipt_page', data: { ...frame(path, 'Accusé de réception 2026-0042', { back, noindex: true }), ...printed, assistance: { channel: 'Au guichet de la mairie', mandate: 'en présence de la personne', helper: 'Claire Morel' } } },
  { name: 'sent-trial', view: 'form_sent', data: { ...frame(path, `Demande envoyée – ${procedure_title}`, { noindex: true }), is_trial: true, payment: { amount: '15,00 €', is_paid: false, page_url: false }, procedure_title, reference: '2026-00000', code_groups: ['K7QF', '92MD', 'X4PA'], sent: date('2026-11-24T08:12:00Z', '24 novembre 2026 à 9 h 12'), email: 'claire.martin@exemple.fr', receipt_url: false, confirmation_html: '<p>La mairie cherche l’acte dans ses registres.</p>', answer_by: date('2026-12-01', '1er décembre 2026') } },
  { name: 'tracking', view: 'tracking', data: { ...frame('/suivi', 'Suivre une demande', { noindex: true }), action: '/suivi', csrf: 'x', has_errors: false, errors: [], code_value: '', code_error: false, email_value: '', email_error: false } },
  { name: 'tracking-error', view: 'tracking', data: { ...frame('/suivi', 'Suivre une demande', { noindex: true, title_error: true }), action: '/suivi', csrf: 'x', has_errors: true, errors: [{ href: '#f-code', message: 'Indiquez votre code de suivi.' }], code_value: '', code_error: 'Indiquez votre code de suivi.', email_value: 'claire.martin@exemple.fr', email_error: false } },
  { name: 'case', view: 'tracking_case', data: { ...frame('/suivi/dossier', 'Copie d’acte d’état civil, 2026-0042', { noindex: true }), ...tracking_case, notice: 'Votre message est envoyé à la mairie.' } },
  { name: 'case-closed', view: 'tracking_case', data: { ...frame('/suivi/dossier', 'Copie d’acte d’état civil, 2026-0042', { noindex: true, theme: 'theme-garance' }), ...tracking_case, payment: false, correction: false, state_label: 'Acceptée', state_tone: 'good', state_text: 'La mairie a accepté votre demande. La copie est partie par la poste.', has_messages: false, messages: [], reply: false, steps: tracking_case.steps.map(s => ({ ...s, is_done: true, is_current: false, reached: date('2026-11-26', '26 novembre 2026') })) } },
];

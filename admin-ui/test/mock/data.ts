// A small village with enough in it to show every screen.
import type { Commune, Content, Declaration, Dossier, DossierState, FeedbackList, FirstSteps, HoursExceptions, Legal, Look, MediaDetail, OutboxItem, Overview, Procedure, ProcedureDraft, Session, Sharing } from '../../src/api/types';
import { newActs, type Acts } from './acts';
import { newMoney, type Money } from './money';
import { newDirectory, type Directory } from './directory';
import { newMedia } from './media';
import { newSite, type SiteWorld } from './site';

export const now = Math.floor(Date.now() / 1000);
const hour = 3600;
const day = 24 * hour;
const site = 'http://saint-maixent.clocher.localhost:8080';

export interface StoredDossier extends Dossier {
  unread: boolean;
  updated_at: number;
}

export interface World {
  session: Session | null;
  known: Session;
  password: string;
  dossiers: StoredDossier[];
  contents: Content[];
  procedures: Procedure[];
  drafts: Record<string, ProcedureDraft>; // of procedures, by their address
  commune: Commune;
  exceptions: HoursExceptions;
  legal: Legal;
  firstSteps: Pick<FirstSteps, 'state' | 'question'>;
  look: Look;
  declaration: Declaration;
  stale: Overview['stale'];
  outbox: OutboxItem[];
  feedback: FeedbackList;
  acts: Acts;
  money: Money;
  media: MediaDetail[];
  directory: Directory;
  sharing: Sharing;
  site: SiteWorld;
}

export const labels: Record<DossierState, string> = {
  submitted: 'Reçue',
  in_progress: 'En cours d’étude',
  waiting_for_resident: 'En attente du demandeur',
  accepted: 'Acceptée',
  refused: 'Refusée',
  closed: 'Terminée',
  withdrawn: 'Retirée',
};

export const moves: Record<DossierState, Dossier['transitions']> = {
  submitted: [
    { to: 'in_progress', label: 'Commencer l’étude', requires_reason: false },
    { to: 'refused', label: 'Refuser la demande', requires_reason: true },
  ],
  in_progress: [
    { to: 'accepted', label: 'Accepter la demande', requires_reason: false },
    { to: 'waiting_for_resident', label: 'Demander une précision', requires_reason: true },
    { to: 'refused', label: 'Refuser la demande', requires_reason: true },
  ],
  waiting_for_resident: [{ to: 'in_progress', label: 'Reprendre l’étude', requires_reason: false }],
  accepted: [{ to: 'closed', label: 'Terminer', requires_reason: false }],
  refused: [],
  closed: [],
  withdrawn: [],
};

const session: Session = {
  is_new: false,
  agent: { id: 1, name: 'Claire Martin', email: 'claire@saint-maixent.fr', role: 'secretaire' },
  commune: { insee: '72296', kind: 'commune', name: 'Saint-Maixent', department: 'Sarthe', epci: 'CC de l’Huisne Sarthoise', population: 712, site_url: site },
};

const entry = (field: string, label: string, display: string, type = 'text') => ({ field, label, type, display, files: [] });

// Two months of silence refuse.
function clocksOf(state: DossierState, received: number): Dossier['clocks'] {
  const iso = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);
  const isOver = ['accepted', 'refused', 'closed', 'withdrawn'].includes(state);
  return {
    acknowledge_by: iso(received + 14 * day), receipt: 'sent', receipt_sent_at: received + 60, silence: 'rejection', silence_months: 2,
    silence_on: isOver ? null : iso(received + 61 * day), is_suspended: state === 'waiting_for_resident', suspended_days: 0,
    answer_before: state === 'waiting_for_resident' ? iso(now + 20 * day) : null,
    decided_at: isOver ? received + day : null, decided_by_silence: '', due_on: null,
  };
}

function dossier(id: number, name: string, state: DossierState, age: number, unread = false): StoredDossier {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@exemple.fr`;
  return {
    id,
    reference: `2026-${String(id).padStart(6, '0')}`,
    procedure: { slug: 'copie-acte-etat-civil', title: 'Demande de copie d’acte d’état civil', revision: 1 },
    state,
    state_label: labels[state],
    applicant: { name, email },
    submitted_at: now - age - hour,
    updated_at: now - age,
    unread,
    clocks: clocksOf(state, now - age - hour),
    work: {
      assignee_id: null, assignee_name: '', agents: [{ id: 1, name: 'Claire Martin' }], status: '', statuses: [], labels: [], known_labels: ['urgent'],
      notes: [], forgotten_after: null, kept_until: null,
    },
    corrections: [], opinions: [], assistance: null,
    accepts_messages: moves[state].length > 0,
    answers: [
      {
        step: 'acte',
        label: 'L’acte demandé',
        entries: [
          entry('type', 'De quel acte avez-vous besoin ?', 'Acte de naissance', 'radios'),
          entry('date', 'Date de l’événement', '27 mars 1984', 'date'),
          entry('precision', 'Précisions', '', 'long_text'),
        ],
      },
      {
        step: 'demandeur',
        label: 'Vous',
        entries: [
          entry('nom', 'Prénom et nom', name),
          entry('adresse', 'Adresse', '4 rue du Lavoir\n72320 Saint-Maixent', 'address'),
          { ...entry('piece', 'Pièce d’identité', '', 'file'), files: [{ id: 5, name: 'carte-identite-recto-verso.pdf', size_bytes: 482_113, content_type: 'application/pdf', url: `/api/v1/dossiers/${id}/files/5`, check: 'clean' }] },
        ],
      },
    ],
    messages: unread
      ? [
          { id: 1, author: 'Mairie, Claire Martin', author_kind: 'agent', body: 'Bonjour,\nVotre pièce d’identité est illisible. Pouvez-vous l’envoyer de nouveau ?', created_at: now - age - 2 * hour, files: [] },
          { id: 2, author: name, author_kind: 'resident', body: 'Bonjour,\n\nVoici une nouvelle photo. Merci !', created_at: now - age, files: [] },
        ]
      : [],
    history: [{ at: now - age - hour, actor: name, verb: 'dossier.submitted', text: 'Demande envoyée.' }],
    transitions: moves[state],
  };
}

function content(id: number, kind: Content['kind'], section: Content['section'], title: string, state: Content['state'], age: number): Content {
  const slug = title.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-');
  const isOnline = state !== 'draft';
  return {
    id, kind, section, slug, title, state,
    updated_at: now - age,
    published_at: isOnline ? now - age - day : null,
    url: isOnline ? `${site}/${section}/${slug}` : null,
    summary: 'La circulation sera coupée devant l’école lundi et mardi.',
    body_markdown: '## Quand ?\n\nDu **lundi 2** au **mardi 3 mars**, de 8 h à 17 h.\n\n## Comment passer ?\n\n- par la rue du Lavoir\n- par le chemin des Prés\n\nMerci de votre patience.',
    revision: 3,
    published_revision: state === 'published' ? 3 : state === 'modified' ? 2 : null,
    expires_at: null,
    details: {}, blocks: [], scheduled_at: null, scheduled_revision: null, deleted_at: null, deleted_by: '',
    revisions: [3, 2, 1].map((number) => ({ number, at: now - age - (3 - number) * hour, author: 'Claire Martin' })),
  };
}

export function newWorld(): World {
  return {
    session: null,
    known: session,
    password: 'clocher-demonstration',
    dossiers: [
      dossier(12, 'Jeanne Lefèvre', 'submitted', 12 * 60, true),
      dossier(11, 'Mehdi Benali', 'in_progress', 5 * hour, true),
      dossier(10, 'Anne-Sophie de La Rochefoucauld-Montbel', 'waiting_for_resident', 2 * day),
      dossier(9, 'Paul Gautier', 'in_progress', 4 * day),
      dossier(8, 'Lucie Robert', 'accepted', 20 * day),
      dossier(7, 'Marcel Petit', 'refused', 41 * day),
    ],
    contents: [
      content(4, 'news', 'actualites', 'Travaux rue de l’Église', 'modified', 3 * hour),
      content(3, 'news', 'actualites', 'Repas des aînés le 14 mars', 'draft', day),
      content(2, 'page', 'vivre-ici', 'La salle des fêtes', 'published', 12 * day),
      content(1, 'page', 'la-mairie', 'Le conseil municipal', 'published', 90 * day),
    ],
    drafts: {},
    procedures: [
      { slug: 'copie-acte-etat-civil', title: 'Demande de copie d’acte d’état civil', state: 'open', revision: 1, dossier_count: 6, theme: 'État civil et citoyenneté', opens_on: '', closes_on: '', quota: 0, once_per_person: false, failures: '', has_draft: false, url: `${site}/demarches/copie-acte-etat-civil` },
      { slug: 'salle-des-fetes', title: 'Réserver la salle des fêtes', state: 'closed', revision: 2, dossier_count: 0, theme: 'Fêtes, salles et associations', opens_on: '', closes_on: '', quota: 0, once_per_person: false, failures: '', has_draft: false, url: `${site}/demarches/salle-des-fetes` },
    ],
    commune: {
      insee: '72296', siren: '217202969', name: 'Saint-Maixent', department: 'Sarthe', epci: 'CC de l’Huisne Sarthoise', population: 712, site_url: site,
      address: '1 place de l’Église', postcode: '72320', city: 'Saint-Maixent', phone: '02 43 71 00 00', email: 'mairie@saint-maixent.fr',
      hours: [
        { day: 1, intervals: [{ from: '09:00', to: '12:00' }] },
        { day: 2, intervals: [] },
        { day: 3, intervals: [] },
        { day: 4, intervals: [{ from: '09:00', to: '12:00' }, { from: '14:00', to: '17:30' }] },
      ],
      hours_confirmed: false, mayor_name: 'Hélène Dubois', updated_at: now - day,
    },
    exceptions: {
      open_on_holidays: false,
      exceptions: [{ first_day: '2026-12-24', last_day: '2026-12-24', intervals: [], reason: 'réveillon' }],
      holidays: [{ date: '2026-12-25', name: 'Noël' }],
      notices: ['Fermeture exceptionnelle le jeudi 24 décembre : réveillon.'],
    },
    legal: { mayor_name: 'Hélène Dubois', publication_director: '', dpo_contact: '', host: '', platform_host: '', photo_credits: '', uncredited_pictures: 0, licence: '' },
    firstSteps: { state: 'new', question: 'contact' },
    look: { theme: 'theme-ocre', accent: '', logo_id: null, hero_id: null, welcome: '' },
    declaration: {
      audited_on: '', criteria_passed: 0, criteria_applicable: 0, auditor: '', report_url: '', plan_url: '', yearly_plan_url: '', contact_url: '',
      issues: [], burdens: [], exempt: [], technologies: [], environments: [], tools: [], pages: [],
      declared_on: '', updated_on: '', state_label: 'non conforme', rate: '', valid_until: '',
    },
    stale: [],
    feedback: {
      pages: [{ path: '/vivre-ici/dechets-et-tri', title: 'Déchets et tri', useful: 3, not_useful: 2 }],
      items: [
        { id: 5, path: '/vivre-ici/dechets-et-tri', title: 'Déchets et tri', useful: false, reason: 'outdated', comment: 'Le jour a changé.', created_at: now - day, handled_at: null, handled_by: '' },
        { id: 4, path: '/', title: null, useful: false, reason: 'missing', comment: '', created_at: now - 9 * day, handled_at: now - day, handled_by: 'Claire Martin' },
      ],
    },
    acts: newActs(),
    money: newMoney(),
    media: newMedia(),
    directory: newDirectory(),
    sharing: {
      sources: [{ siren: '200072692', name: 'Communauté de communes des Vallées', policy: 'ask', decided_at: null, decided_by: '' }],
      items: [
        { id: 31, siren: '200072692', kind: 'news', title: 'Collecte décalée le 26 décembre', summary: 'Sortez vos bacs le 27.', path: '/actualites/collecte-decalee', published_at: now - day, decision: 'none', is_shown: false },
        { id: 30, siren: '200072692', kind: 'page', title: 'Les déchèteries', summary: '', path: '/vivre-ici/les-decheteries', published_at: now - 9 * day, decision: 'accepted', is_shown: true },
      ],
    },
    site: newSite(),
    outbox: [
      { id: 2, kind: 'mail', recipient: 'j.lefevre@exemple-faux.fr', subject: 'Accusé de réception : Demande de copie d’acte d’état civil (2026-000012)', state: 'failed', attempts: 6, last_error: 'Le serveur du destinataire ne connaît pas cette adresse.', next_attempt_at: null, path: null },
      { id: 3, kind: 'mail', recipient: 'mehdi.benali@exemple.fr', subject: 'La mairie vous a écrit (2026-000011)', state: 'pending', attempts: 1, last_error: 'Le serveur du destinataire ne répond pas.', next_attempt_at: now + 600, path: null },
    ],
  };
}

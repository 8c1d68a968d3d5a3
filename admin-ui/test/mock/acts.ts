// Acts in memory: one online, one draft, a meeting whose list is due.
import type { Act, ActEdit, ActKind, ActList, ActSettings, ActSettingsEdit, ActTables, MadeDocument } from '../../src/api/acts';

interface Call {
  world: { acts: Acts };
  ids: number[];
  body: never;
}

interface Reply {
  status: number;
  body?: unknown;
  type?: string;
}

export interface Acts {
  items: Act[];
  deadlines: ActList['deadlines'];
  settings: ActSettings;
  documents: MadeDocument[];
}

const now = Math.floor(Date.now() / 1000);
const ok = (body: unknown, status = 200): Reply => ({ status, body });
const error = (status: number, message: string, extra: object = {}): Reply => ({ status, body: { error: { code: 'refused', message, ...extra } } });
const notFound = error(404, 'Cet acte n’existe plus.');

const act = (id: number, kind: ActKind, name: string, other: Partial<Act> = {}): Act => ({
  id, kind, name, state: 'draft', url: '', number: '', object: 'Essai', decided_on: '', meeting_on: '', approved_on: '', author_first_name: '', author_name: '',
  author_quality: '', subject_code: '', subject_label: '', budget_year: '', budget_name: '', prefecture_id: '', prefecture_on: '', file: null, replaces: null,
  replaced_by: null, version: 1, updated_at: now, published_at: null, withdrawn_at: null, withdrawn_reason: '', lacks: {}, withdrawable_on: '', may_withdraw: false,
  vote_members: null, vote_present: null, vote_for: null, vote_against: null, vote_abstained: null, ...other,
});

const file = { name: 'acte.pdf', size_bytes: 40_000, sha256: 'a'.repeat(64) };

export function newActs(): Acts {
  return {
    items: [
      act(1, 'deliberation', 'Délibération n°\u00a02026-41', {
        state: 'published', number: '2026-41', object: 'Subvention à l’école', decided_on: '2026-11-12', meeting_on: '2026-11-12', subject_code: '7.5',
        subject_label: 'Subventions', file, published_at: 1_795_512_720, withdrawable_on: '2027-01-25', url: 'http://site.example/actes/deliberation-2026-41',
      }),
      act(2, 'arrete', 'Arrêté n°\u00a012', { number: '12', object: 'Stationnement', decided_on: '2026-11-20', lacks: { author_name: 'La loi demande l’auteur.', file: 'Ajoutez le fichier PDF de l’acte.' } }),
      act(3, 'autre', 'Autre acte du 3 novembre 2026', { object: 'Règlement du marché', decided_on: '2026-11-03', file }),
    ],
    deadlines: [{ kind: 'liste_deliberations', meeting_on: '2026-11-12', deadline: '2026-11-19', is_late: true }],
    settings: { publicity: 'electronique', may_choose: true, chosen_by: '', chosen_on: '', place: '', siren: '217202963', siret: '' },
    documents: [],
  };
}

const kind = (key: ActKind, label: string, needs: Partial<ActTables['kinds'][number]> = {}) => ({
  key, label, needs_number: false, needs_author: false, needs_subject: false, needs_meeting: false, ...needs,
});

const tables: ActTables = {
  kinds: [kind('deliberation', 'Délibération', { needs_number: true, needs_subject: true, needs_meeting: true }), kind('arrete', 'Arrêté', { needs_author: true }), kind('autre', 'Autre acte')],
  subjects: [{ code: '7.5', label: 'Subventions', path: 'Finances locales/Subventions' }],
};

const find = ({ world, ids }: Call) => world.acts.items.find(({ id }) => id === ids[0]);

const withAct = (change: (found: Act, call: Call) => Reply) => (call: Call) => {
  const found = find(call);
  return found === undefined ? notFound : change(found, call);
};

function create(call: Call): Reply {
  const body = call.body as ActEdit & { kind: ActKind };
  if (body.object === '') return error(422, 'Un champ est à corriger.', { fields: { object: 'Écrivez l’objet de l’acte.' } });
  const made = act(10, body.kind, 'Délibération n°\u00a02026-50', { ...body, lacks: { file: 'Ajoutez le fichier PDF de l’acte.' } });
  call.world.acts.items.push(made);
  return ok(made, 201);
}

const publish = withAct((found) => ok(Object.assign(found, { state: 'published', published_at: now, withdrawable_on: '2027-01-25', version: found.version + 1 })));

const save = withAct((found, { body }) => {
  const { base_version, ...text } = body as ActEdit;
  if (base_version !== found.version) return error(409, 'Quelqu’un a modifié cet acte.');
  return ok(Object.assign(found, text, { version: found.version + 1 }));
});

const proof = {
  since: 1_795_512_720, until: now, is_still_online: true, checks: 12, gaps: [{ first: '2026-11-26', last: '2026-11-28' }], faults: [], chain_is_whole: true, is_continuous: false,
};

function saveSettings({ world, body }: Call): Reply {
  const edit = body as ActSettingsEdit;
  if (edit.siret !== '' && edit.siret.length !== 14) return error(422, 'Un champ est à corriger.', { fields: { siret: 'Ce numéro SIRET n’est pas juste.' } });
  return ok(Object.assign(world.acts.settings, edit));
}

export const attestation = (state: MadeDocument['state'], reason = ''): MadeDocument => ({
  id: 1, kind: 'act_attestation', state, reason, requested_by: 'Claire Martin', file_name: state === 'made' ? 'attestation.pdf' : '', size_bytes: 0, created_at: now, finished_at: null,
});

export const actRoutes: [string, RegExp, (call: Call) => Reply][] = [
  ['GET', /^\/acts$/, ({ world }) => ok({ items: world.acts.items, deadlines: world.acts.deadlines })],
  ['POST', /^\/acts$/, create],
  ['GET', /^\/acts\/tables$/, () => ok(tables)],
  ['GET', /^\/acts\/settings$/, ({ world }) => ok(world.acts.settings)],
  ['PUT', /^\/acts\/settings$/, saveSettings],
  ['GET', /^\/acts\/(\d+)$/, withAct((found) => ok(found))],
  ['PUT', /^\/acts\/(\d+)$/, save],
  ['POST', /^\/acts\/(\d+)\/publish$/, publish],
  ['POST', /^\/acts\/(\d+)\/withdraw$/, withAct((found) => ok(Object.assign(found, { state: 'withdrawn', withdrawn_at: now, withdrawn_reason: 'Fin' })))],
  ['POST', /^\/acts\/(\d+)\/replacement$/, withAct((found) => ok({ ...found, id: 11, state: 'draft', replaces: found.id, published_at: null }, 201))],
  ['GET', /^\/acts\/(\d+)\/attestations$/, ({ world }) => ok({ items: world.acts.documents })],
  ['POST', /^\/acts\/(\d+)\/attestations$/, ({ world }) => ok((world.acts.documents = [attestation('made')])[0], 201)],
  ['POST', /^\/made-documents\/(\d+)\/retry$/, ({ world }) => ok((world.acts.documents = [attestation('made')])[0])],
  ['GET', /^\/acts\/(\d+)\/proof$/, () => ok(proof)],
];

// The directories in memory: a few records, an import that refuses a file with "mauvais" in its name.
import type { DirectoryEdit, DirectoryEntry, DirectoryImport, DirectoryKindInfo, ImportPlan } from '../../src/api/directory';

interface Call {
  world: { directory: Directory };
  query: URLSearchParams;
  ids: number[];
  body: never;
}

interface Reply {
  status: number;
  body?: unknown;
  type?: string;
}

export interface Directory {
  entries: DirectoryEntry[];
  imports: DirectoryImport[];
}

const now = Math.floor(Date.now() / 1000);
const ok = (body: unknown, status = 200): Reply => ({ status, body });
const error = (status: number, message: string, extra: object = {}): Reply => ({ status, body: { error: { code: 'refused', message, ...extra } } });
const notFound = error(404, 'Cette fiche n’existe plus.');

export const kinds: DirectoryKindInfo[] = [
  { kind: 'elus', title: 'Élus', category_title: 'Groupe', categories: ['Maire et adjoints'], details: [{ key: 'role', title: 'Fonction', format: 'line', longest: 200 }] },
  { kind: 'services', title: 'Services municipaux', category_title: 'Domaine', categories: ['Accueil'], details: [] },
  {
    kind: 'associations', title: 'Associations', category_title: 'Thème', categories: ['Sport', 'Culture'],
    details: [{ key: 'contact_person', title: 'Personne à contacter', format: 'line', longest: 200 }, { key: 'rna', title: 'Numéro RNA', format: 'rna', longest: 10 }],
  },
];

const entry = (id: number, kind: DirectoryEntry['kind'], name: string, other: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  id, kind, name, category: 'Sport', description: '', address: '', postcode: '', city: '', latitude: null, longitude: null, phone: '', phone_2: '',
  email: '', website: '', hours: null, image_id: null, image_alt: '', details: {}, pivots: [], is_visible: true, contact_consent: false,
  is_town_hall: false, version: 1, confirmed_at: now, is_stale: false, updated_at: now, deleted_at: null, url: 'http://site.example/annuaire/x', ...other,
});

export function newDirectory(): Directory {
  return {
    entries: [
      entry(1, 'services', 'Mairie de Saint-Maixent', { is_town_hall: true }),
      entry(2, 'associations', 'Club de boules', { phone: '02 43 00 00 00' }),
      entry(3, 'associations', 'Étoile sportive', { is_stale: true }),
      entry(4, 'associations', 'Vieux club', { deleted_at: now, url: null }),
    ],
    imports: [],
  };
}

const found = ({ world, ids }: Call) => world.directory.entries.find((item) => item.id === ids[0]);

function list({ world, query }: Call): Reply {
  const isBin = query.get('shelf') === 'bin';
  return ok({ items: world.directory.entries.filter((item) => item.kind === query.get('kind') && (item.deleted_at !== null) === isBin) });
}

function save(call: Call): Reply {
  const current = found(call);
  const { base_version, ...text } = call.body as DirectoryEdit;
  if (current === undefined) return notFound;
  if (text.phone === '12') return error(422, 'À corriger.', { fields: { phone: 'Indiquez un numéro de téléphone complet.' } });
  if (base_version !== current.version) return { status: 409, body: { error: { code: 'edit_conflict', message: 'Changée entre-temps.' }, current } };
  return ok(Object.assign(current, text, { version: current.version + 1 }));
}

function order({ world, body }: Call): Reply {
  const { ids } = body as { ids: number[] };
  world.directory.entries.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  return { status: 204 };
}

function changed(change: (item: DirectoryEntry) => Partial<DirectoryEntry>, status = 200) {
  return (call: Call): Reply => {
    const item = found(call);
    if (item === undefined) return notFound;
    Object.assign(item, change(item));
    return status === 204 ? { status } : ok(item);
  };
}

function preview({ body }: Call): Reply {
  const isWrong = (body as { file_name: string }).file_name.includes('mauvais');
  const plan: ImportPlan = {
    columns: [{ title: 'Nom', means: 'Nom' }, { title: 'Tel', means: 'Téléphone' }, { title: 'Couleur', means: '' }],
    rows: [{ number: 2, action: isWrong ? 'wrong' : 'create', cells: ['Chorale', isWrong ? '12' : '02 43 00 00 01', 'bleu'], errors: isWrong ? [{ column: 1, message: 'Indiquez un numéro de téléphone complet.' }] : [] }],
    row_count: 1, create_count: isWrong ? 0 : 1, update_count: 0, skip_count: 0, wrong_count: isWrong ? 1 : 0,
  };
  return ok(plan);
}

function run({ world, body }: Call): Reply {
  const { kind, file_name } = body as { kind: DirectoryEntry['kind']; file_name: string };
  const made: DirectoryImport = { id: 1, kind, file_name, author: 'Claire Martin', created_count: 1, updated_count: 0, skipped_count: 0, created_at: now, undone_at: null, can_be_undone: true };
  world.directory.imports.unshift(made);
  return ok(made, 201);
}

function undo({ world }: Call): Reply {
  const last = world.directory.imports[0];
  if (last === undefined) return notFound;
  Object.assign(last, { undone_at: now, can_be_undone: false });
  return ok({ import: last, removed_count: 1, put_back_count: 0, kept_count: 0 });
}

export const directoryRoutes: [string, RegExp, (call: Call) => Reply][] = [
  ['GET', /^\/directory$/, list],
  ['POST', /^\/directory$/, ({ world, body }) => ok((world.directory.entries.push({ ...entry(9, 'associations', ''), ...(body as object) }), world.directory.entries.at(-1)), 201)],
  ['GET', /^\/directory\/kinds$/, () => ok({ items: kinds })],
  ['POST', /^\/directory\/order$/, order],
  ['GET', /^\/directory\/(\d+)$/, (call) => (found(call) ? ok(found(call)) : notFound)],
  ['PUT', /^\/directory\/(\d+)$/, save],
  ['DELETE', /^\/directory\/(\d+)$/, changed(() => ({ deleted_at: now, url: null }), 204)],
  ['POST', /^\/directory\/(\d+)\/confirm$/, changed(() => ({ is_stale: false }))],
  ['POST', /^\/directory\/(\d+)\/restore$/, changed(() => ({ deleted_at: null }))],
  ['GET', /^\/directory-imports$/, ({ world }) => ok({ items: world.directory.imports })],
  ['POST', /^\/directory-imports$/, run],
  ['POST', /^\/directory-imports\/preview$/, preview],
  ['POST', /^\/directory-imports\/(\d+)\/undo$/, undo],
];

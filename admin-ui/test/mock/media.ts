// The library in memory: a picture in use, a document, a picture in the bin.
import type { MediaChange, MediaDetail } from '../../src/api/types';

interface Call {
  world: { media: MediaDetail[] };
  query: URLSearchParams;
  ids: number[];
  body: never;
}

interface Reply {
  status: number;
  body?: unknown;
}

const now = Math.floor(Date.now() / 1000);
const day = 86_400;
const ok = (body: unknown): Reply => ({ status: 200, body });
const error = (status: number, message: string, extra: object = {}): Reply => ({ status, body: { error: { code: 'refused', message, ...extra } } });
const notFound = error(404, 'Ce fichier n’existe plus.');

export function mediaOf(id: number, kind: MediaDetail['kind'], name: string, part: Partial<MediaDetail> = {}): MediaDetail {
  const isImage = kind === 'image';
  return {
    id, kind, name, content_type: isImage ? 'image/jpeg' : 'application/pdf', size_bytes: 240_000, width: isImage ? 1600 : null, height: isImage ? 1200 : null,
    alt: '', is_decorative: false, caption: '', credit: '', focal_x: 500, focal_y: 500, path: isImage ? `/images/${id}/800.jpg` : `/documents/${id}/${name}`,
    preview: isImage ? `/images/${id}/800-0123456789abcdef.jpg` : null, thumbnail: null, lacks_alt: false, is_ready: true, version: 1, uploaded_by: 'Claire Martin',
    created_at: now - day, updated_at: now - day, deleted_at: null, uses: [], ...part,
  };
}

export function newMedia(): MediaDetail[] {
  return [
    mediaOf(7, 'image', 'fete.jpg', { alt: 'La place pendant la fête', thumbnail: '/images/7/400-0123456789abcdef.jpg', uses: [{ kind: 'content', id: 3, title: 'Repas des aînés le 14 mars', is_public: true }] }),
    mediaOf(6, 'document', 'menu-cantine.pdf'),
    mediaOf(5, 'image', 'vieille.jpg', { deleted_at: now - day }),
  ];
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const withoutUses = ({ uses: _uses, ...item }: MediaDetail) => item;
const find = ({ world, ids }: Call) => world.media.find((item) => item.id === ids[0]);

function list({ world, query }: Call): Reply {
  const words = fold(query.get('q') ?? '');
  const isBinned = query.get('shelf') === 'bin';
  const kind = query.get('kind');
  const found = world.media.filter((item) => (item.deleted_at !== null) === isBinned && (kind === null || item.kind === kind) && fold(item.name + item.alt).includes(words));
  return ok({ items: found.map(withoutUses), total: found.length, used_bytes: 480_000, quota_bytes: 2_000_000_000, file_bytes: 10_485_760 });
}

function describe(call: Call): Reply {
  const found = find(call);
  if (!found) return notFound;
  const { base_version, ...change } = call.body as MediaChange;
  if (base_version !== found.version) return error(409, 'Quelqu’un a changé cette description entre-temps.');
  if (found.kind === 'image' && change.alt === '' && !change.is_decorative) return error(422, 'Corrigez ce qui est signalé.', { fields: { alt: 'Décrivez l’image.' } });
  return ok(withoutUses(Object.assign(found, change, { version: found.version + 1 })));
}

function remove(call: Call): Reply {
  const found = find(call);
  if (!found) return notFound;
  found.deleted_at = now;
  return { status: 204 };
}

function restore(call: Call): Reply {
  const found = find(call);
  if (!found) return notFound;
  return ok(withoutUses(Object.assign(found, { deleted_at: null })));
}

export const mediaRoutes: [string, RegExp, (call: Call) => Reply][] = [
  ['GET', /^\/media$/, list],
  ['GET', /^\/media\/(\d+)$/, (call) => (find(call) ? ok(find(call)) : notFound)],
  ['PATCH', /^\/media\/(\d+)$/, describe],
  ['DELETE', /^\/media\/(\d+)$/, remove],
  ['POST', /^\/media\/(\d+)\/restore$/, restore],
];

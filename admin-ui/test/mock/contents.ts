// Pages, news, events and alerts in memory: drafts, planning, the bin, older versions.
import type { Content, ContentDiff, ContentEdit, NewAlert, NewContent, PublishRequest } from '../../src/api/types';

interface Call {
  world: { contents: Content[]; commune: { site_url: string } };
  query: URLSearchParams;
  ids: number[];
  body: never;
}

interface Reply {
  status: number;
  body?: unknown;
  type?: string;
}

const author = 'Claire Martin';
const sections: Record<Content['kind'], Content['section']> = { page: 'vivre-ici', news: 'actualites', event: 'agenda', alert: 'alertes' };
const seconds = () => Math.floor(Date.now() / 1000);
const ok = (body: unknown, status = 200): Reply => ({ status, body });
const failure = (status: number, code: string, message: string, extra: object = {}): Reply => ({ status, body: { error: { code, message, ...extra } } });
const notFound = failure(404, 'not_found', 'Cet élément n’existe pas, ou plus.');
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function summaryOf({ summary: _summary, body_markdown: _body, blocks: _blocks, revision: _revision, published_revision: _published, scheduled_revision: _scheduled, revisions: _revisions, ...rest }: Content) {
  return rest;
}

const find = ({ world, ids }: Call) => world.contents.find((item) => item.id === ids[0]);

// The content of the address, or 404.
const onFound = (work: (found: Content, call: Call) => Reply) => (call: Call): Reply => {
  const found = find(call);
  return found === undefined ? notFound : work(found, call);
};

const addressOf = ({ world }: Call, { section, slug }: Content) => `${world.commune.site_url}/${section}/${slug}`;

function list({ world, query }: Call): Reply {
  const wanted = query.get('state');
  const items = world.contents.filter((item) => (wanted === null ? item.state !== 'binned' : item.state === wanted));
  return ok({ items: items.map(summaryOf) });
}

function make(call: Call, { kind, section = sections[kind], title, ...text }: NewContent): Content {
  const at = seconds();
  const made: Content = {
    id: 100 + call.world.contents.length, kind, section, title, slug: fold(title).replace(/[^a-z0-9]+/g, '-'), state: 'draft', updated_at: at, published_at: null,
    url: null, summary: '', body_markdown: '', revision: 1, published_revision: null, expires_at: null, details: {}, blocks: [], scheduled_at: null, scheduled_revision: null,
    deleted_at: null, deleted_by: '', revisions: [{ number: 1, at, author }], ...text,
  };
  call.world.contents.unshift(made);
  return made;
}

function publishAlert(call: Call): Reply {
  const { title, severity, ends } = call.body as NewAlert;
  const made = make(call, { kind: 'alert', title, details: { severity, ...(typeof ends === 'number' ? { ends } : {}) } });
  return ok(Object.assign(made, { state: 'published', published_revision: 1, published_at: seconds(), url: addressOf(call, made) }), 201);
}

// Two of the checks, enough to see how findings are shown; in the text and in the blocks.
function findingsIn(text: string, at: { field: string; block: number | null }): object[] {
  return text.split('\n').flatMap((words, index) => [
    ...(words.includes('![](') ? [{ ...at, key: 'alt_missing', severity: 'blocking', line: index + 1, problem: 'Une image n’a pas de description.', remedy: 'Écrivez ce que montre l’image.' }] : []),
    ...(words.includes('[ici]') ? [{ ...at, key: 'link_vague', severity: 'advice', line: index + 1, problem: 'Le lien « ici » ne dit pas où il mène.', remedy: 'Dites ce que l’on trouvera.' }] : []),
  ]);
}

function check(call: Call): Reply {
  const { body_markdown, blocks } = call.body as Pick<Content, 'body_markdown' | 'blocks'>;
  const inBlocks = blocks.flatMap((block, index) => findingsIn(block.body_markdown ?? '', { field: 'body_markdown', block: index }));
  return ok({ items: [...findingsIn(body_markdown, { field: 'body_markdown', block: null }), ...inBlocks] });
}

function conflictWith(current: Content): Reply {
  return { status: 409, body: { error: { code: 'edit_conflict', message: 'Quelqu’un d’autre a enregistré ce texte entre-temps. Choisissez la version à garder.' }, current } };
}

function addRevision(found: Content, text: object): Reply {
  const number = found.revision + 1;
  const state = found.state === 'published' ? 'modified' : found.state;
  return ok(Object.assign(found, text, { revision: number, state, updated_at: seconds(), revisions: [{ number, at: seconds(), author }, ...found.revisions] }));
}

function save(found: Content, call: Call): Reply {
  const { base_revision, ...edit } = call.body as ContentEdit;
  if (base_revision !== found.revision) return conflictWith(found);
  const wrong = (edit.blocks ?? []).findIndex((block) => block.url?.startsWith('javascript:'));
  if (wrong >= 0) return failure(422, 'invalid', 'Corrigez ce qui est signalé.', { fields: { [`blocks.${wrong}.url`]: `Bloc ${wrong + 1} (bouton) : cette adresse ne convient pas.` } });
  return addRevision(found, edit);
}

// What a draft may lack and a publication may not: here the words of a button.
function missingIn({ blocks }: Content): Record<string, string> {
  const lacking = blocks.flatMap((block, index) => (block.type === 'action' && !block.label ? [[`blocks.${index}.label`, `Bloc ${index + 1} (bouton) : écrivez les mots du bouton.`]] : []));
  return Object.fromEntries(lacking) as Record<string, string>;
}

function publish(found: Content, call: Call): Reply {
  const { revision, at } = call.body as PublishRequest;
  if (revision !== found.revision) return conflictWith(found);
  const fields = missingIn(found);
  if (Object.keys(fields).length > 0) return failure(422, 'invalid', 'Corrigez ce qui est signalé.', { fields });
  if (typeof at === 'number' && at > seconds()) return ok(Object.assign(found, { state: 'scheduled', scheduled_at: at, scheduled_revision: revision }));
  return ok(Object.assign(found, { state: 'published', published_revision: revision, published_at: seconds(), scheduled_at: null, scheduled_revision: null, url: addressOf(call, found) }));
}

const offline = { published_revision: null, published_at: null, url: null, scheduled_at: null, scheduled_revision: null };

function unschedule(found: Content): Reply {
  return ok(Object.assign(found, { state: found.published_revision === null ? 'draft' : 'modified', scheduled_at: null, scheduled_revision: null }));
}

function remove(found: Content): Reply {
  Object.assign(found, offline, { state: 'binned', deleted_at: seconds(), deleted_by: author });
  return { status: 204 };
}

function diff(found: Content, { ids }: Call): Reply {
  const to = ids[1] ?? 1;
  const answer: ContentDiff = {
    from: to - 1, to,
    fields: [{ field: 'body_markdown', label: 'Texte', parts: [{ kind: 'same', text: 'La rue est ' }, { kind: 'removed', text: 'ouverte' }, { kind: 'added', text: 'fermée' }, { kind: 'same', text: ' lundi.' }] }],
  };
  return to > found.revision ? notFound : ok(answer);
}

function restoreRevision(found: Content, call: Call): Reply {
  if ((call.body as { base_revision: number }).base_revision !== found.revision) return conflictWith(found);
  return addRevision(found, { body_markdown: `Texte de la version ${call.ids[1]}` });
}

function preview(call: Call): Reply {
  const { title, summary, body_markdown } = call.body as { title: string; summary: string; body_markdown: string };
  const safe = (text: string) => text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
  const body = safe(body_markdown).replace(/^## (.*)$/gm, '<h2>$1</h2>').replace(/\*\*(.*?)\*\*/g, '<strong>$1</strong>').replace(/^- (.*)$/gm, '<li>$1</li>');
  const page = `<!doctype html><html lang="fr"><head><title>${safe(title)}</title><link rel="stylesheet" href="/static/site.css"></head><body><main><h1>${safe(title)}</h1><p>${safe(summary)}</p>${body}</main></body></html>`;
  return { status: 200, body: page, type: 'text/html' };
}

export const contentRoutes: [string, RegExp, (call: Call) => Reply][] = [
  ['GET', /^\/contents$/, list],
  ['POST', /^\/contents$/, (call) => ok(make(call, call.body as NewContent), 201)],
  ['POST', /^\/alerts$/, publishAlert],
  ['POST', /^\/contents\/checks$/, check],
  ['POST', /^\/contents\/preview$/, preview],
  ['GET', /^\/contents\/(\d+)$/, onFound((found) => ok(found))],
  ['PUT', /^\/contents\/(\d+)$/, onFound(save)],
  ['DELETE', /^\/contents\/(\d+)$/, onFound(remove)],
  ['POST', /^\/contents\/(\d+)\/publish$/, onFound(publish)],
  ['POST', /^\/contents\/(\d+)\/unpublish$/, onFound((found) => ok(Object.assign(found, offline, { state: 'draft' })))],
  ['DELETE', /^\/contents\/(\d+)\/schedule$/, onFound(unschedule)],
  ['POST', /^\/contents\/(\d+)\/restore$/, onFound((found) => ok(Object.assign(found, { state: 'draft', deleted_at: null, deleted_by: '' })))],
  ['GET', /^\/contents\/(\d+)\/revisions\/(\d+)\/diff$/, onFound(diff)],
  ['POST', /^\/contents\/(\d+)\/revisions\/(\d+)\/restore$/, onFound(restoreRevision)],
];

// The administration's API in memory, for tests and for looking at screens before the server runs.
import type { CommuneEdit, DossierState } from '../../src/api/types';
import { actRoutes } from './acts';
import { contentRoutes } from './contents';
import { directoryRoutes } from './directory';
import { moneyRoutes } from './money';
import { mediaRoutes } from './media';
import { procedureDraftRoutes } from './procedure_drafts';
import { siteRoutes } from './site';
import { labels, moves, newWorld, type StoredDossier, type World } from './data';

interface Call {
  world: World;
  query: URLSearchParams;
  ids: number[];
  words: string[];
  body: never;
}

export interface Reply {
  status: number;
  body?: unknown;
  type?: string;
}

const seconds = () => Math.floor(Date.now() / 1000);
const ok = (body: unknown, status = 200): Reply => ({ status, body });
export const failure = (status: number, code: string, message: string, extra: object = {}): Reply => ({
  status,
  body: { error: { code, message, ...extra } },
});
const notFound = failure(404, 'not_found', 'Cet élément n’existe pas, ou plus.');

function urgencyOf(day: string | null): 'late' | 'soon' | 'later' | 'none' {
  if (day === null) return 'none';
  const days = (Date.parse(day) - Date.parse(new Date().toISOString().slice(0, 10))) / 86_400_000;
  return days < 0 ? 'late' : days <= 7 ? 'soon' : 'later';
}

function summaryOf({ id, reference, procedure, applicant, state, state_label, submitted_at, updated_at, unread, clocks, work }: StoredDossier) {
  const urgent_on = clocks.silence_on;
  return {
    id, reference, procedure_title: procedure.title, applicant_name: applicant.name, state, state_label, submitted_at, updated_at, unread,
    urgent_on, urgency: urgencyOf(urgent_on), assignee: work.assignee_name, labels: work.labels,
  };
}

function dossierOf({ unread: _unread, updated_at: _updated, ...dossier }: StoredDossier) {
  return dossier;
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function listDossiers({ world, query }: Call): Reply {
  const state = query.get('state');
  const words = fold(query.get('q') ?? '');
  const found = world.dossiers.filter((item) => fold(`${item.applicant.name} ${item.reference} ${item.procedure.title}`).includes(words));
  const counts: Record<string, number> = {};
  found.forEach((item) => (counts[item.state] = (counts[item.state] ?? 0) + 1));
  const items = found.filter((item) => state === null || item.state === state).map(summaryOf);
  const all = world.dossiers.map(summaryOf);
  const waiting = {
    unread: all.filter((item) => item.unread).length,
    late: all.filter((item) => item.urgency === 'late').length,
    soon: all.filter((item) => item.urgency === 'soon').length,
  };
  const urgent = query.get('urgent');
  const shown = items.filter((item) => urgent === null || item.urgency === 'late' || item.urgency === urgent);
  return ok({ items: shown, counts, waiting, agents: [{ id: 1, name: 'Claire Martin' }], next_cursor: null });
}

function findDossier({ world, ids }: Call): StoredDossier | undefined {
  return world.dossiers.find((item) => item.id === ids[0]);
}

function readDossier(call: Call): Reply {
  const found = findDossier(call);
  if (!found) return notFound;
  found.unread = false;
  return ok(dossierOf(found));
}

function sendMessage(call: Call): Reply {
  const found = findDossier(call);
  if (!found) return notFound;
  const { body } = call.body as { body: string };
  const message = { id: found.messages.length + 1, author: 'Mairie, Claire Martin', author_kind: 'agent' as const, body, created_at: seconds(), files: [] };
  found.messages = [...found.messages, message];
  return ok(message, 201);
}

function changeState(call: Call): Reply {
  const found = findDossier(call);
  if (!found) return notFound;
  const { to, reason } = call.body as { to: DossierState; reason?: string };
  const move = found.transitions.find((transition) => transition.to === to);
  if (!move) return failure(409, 'transition_not_allowed', 'Cette demande a changé d’état entre-temps. Relisez-la, puis recommencez.');
  if (move.requires_reason && !reason) return failure(422, 'invalid', 'Écrivez le motif.', { fields: { reason: 'Écrivez le motif.' } });
  const event = { at: seconds(), actor: 'Claire Martin', verb: 'dossier.state_changed', text: `État changé : ${labels[found.state]} → ${labels[to]}` };
  Object.assign(found, { state: to, state_label: labels[to], transitions: moves[to], accepts_messages: moves[to].length > 0, history: [...found.history, event] });
  return ok(dossierOf(found));
}

function changeProcedure(call: Call): Reply {
  const found = call.world.procedures.find((item) => item.slug === call.words[0]);
  if (!found) return notFound;
  return ok(Object.assign(found, call.body as object));
}

function saveCommune(call: Call): Reply {
  const edit = call.body as CommuneEdit;
  if (!/^(\d{5})?$/.test(edit.postcode)) {
    const fields = { postcode: 'Indiquez un code postal à 5 chiffres, par exemple 72320.' };
    return failure(422, 'invalid', 'Corrigez ce qui est signalé.', { fields });
  }
  return ok(Object.assign(call.world.commune, edit));
}

function readOverview({ world }: Call): Reply {
  const check = (key: string, title: string, path: string, done: boolean) => ({ key, title, text: 'Affiché sur le site.', path, done });
  const checks = [check('hours', 'Confirmer les horaires de la mairie', '/mairie', world.commune.hours_confirmed), check('phone', 'Indiquer le téléphone', '/mairie', true)];
  const recent = [{ at: seconds() - 600, actor: 'Claire Martin', text: 'Page publiée' }];
  return ok({ remaining: checks.filter((item) => !item.done).length, checks, stale: world.stale, recent });
}

function saveExceptions({ world, body }: Call): Reply {
  return ok(Object.assign(world.exceptions, body as object));
}

function saveLook({ world, body }: Call): Reply {
  const edit = body as World['look'];
  if (edit.accent === '#ffd700') {
    const accent = 'Cette couleur est trop claire pour être lue. La plus proche qui convient : #7a6700.';
    return failure(422, 'invalid', 'Corrigez ce qui est signalé.', { fields: { accent } });
  }
  return ok(Object.assign(world.look, edit));
}

const questions = ['contact', 'hours', 'mayor', 'welcome', 'colors', 'logo', 'photo', 'dpo', 'licence'];

function firstSteps({ world }: Pick<Call, 'world'>): Reply {
  const { address, postcode, city, phone, email, hours, mayor_name } = world.commune;
  const { theme, accent, logo_id, hero_id, welcome } = world.look;
  const { dpo_contact, licence } = world.legal;
  const answers = { address, postcode, city, phone, email, hours, mayor_name, theme, accent, logo_id, hero_id, welcome, dpo_contact, licence };
  return ok({ ...world.firstSteps, questions, remaining: 1, answers });
}

function standAt({ world, body }: Call): Reply {
  const { question } = body as { question: string };
  world.firstSteps = question === '' ? { state: 'finished', question: 'licence' } : { state: 'open', question };
  return firstSteps({ world });
}

function answerQuestion(call: Call): Reply {
  const { world, body, words } = call;
  const answer = body as Record<string, never>;
  if (String(answer['email'] ?? '').includes(' ')) return failure(422, 'invalid', 'Corrigez ce qui est signalé.', { fields: { email: 'Cette adresse ne convient pas.' } });
  for (const part of [world.commune, world.look, world.legal]) for (const name of Object.keys(answer)) if (name in part) Object.assign(part, { [name]: answer[name] });
  const next = questions[questions.indexOf(words[0] ?? '') + 1];
  world.firstSteps = next === undefined ? { state: 'finished', question: 'licence' } : { state: 'open', question: next };
  return firstSteps(call);
}

function saveDeclaration({ world, body }: Call): Reply {
  return ok(Object.assign(world.declaration, body as object, { state_label: 'partiellement conforme' }));
}

function login(call: Call): Reply {
  const { email, password } = call.body as { email: string; password: string };
  const { known } = call.world;
  if (email !== known.agent.email || password !== call.world.password) {
    return failure(401, 'login_wrong', 'Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez les deux, puis réessayez.');
  }
  call.world.session = known;
  return ok(known);
}

function retry(call: Call): Reply {
  const found = call.world.outbox.find((item) => item.id === call.ids[0]);
  if (!found) return notFound;
  Object.assign(found, { state: 'pending', next_attempt_at: seconds() });
  return { status: 204 };
}

function readAudience({ query }: Call): Reply {
  const length = Number(query.get('days'));
  const dates = Array.from({ length }, (_, back) => new Date(Date.UTC(2026, 10, 24 - (length - 1 - back))).toISOString().slice(0, 10));
  const days = dates.map((date, index) => ({ date, views: index % 3 }));
  const total = days.reduce((sum, day) => sum + day.views, 0);
  return ok({ total, total_before: 4, days, pages: [{ path: '/', title: null, views: total }, { path: '/vivre-ici/se-deplacer', title: 'Se déplacer', views: 2 }] });
}

function handleFeedback(call: Call): Reply {
  const found = call.world.feedback.items.find((item) => item.id === call.ids[0]);
  if (!found) return notFound;
  return ok(Object.assign(found, { handled_at: seconds(), handled_by: 'Claire Martin' }));
}

function setPolicy(call: Call): Reply {
  const source = call.world.sharing.sources.find((item) => item.siren === call.words[0]);
  if (!source) return notFound;
  Object.assign(source, call.body as object, { decided_at: seconds(), decided_by: 'Claire Martin' });
  call.world.sharing.items.forEach((item) => item.decision === 'none' && (item.is_shown = source.policy === 'accept'));
  return ok(source);
}

function decideShared(call: Call): Reply {
  const item = call.world.sharing.items.find((known) => known.id === call.ids[0]);
  if (!item) return notFound;
  const { decision } = call.body as { decision: typeof item.decision };
  return ok(Object.assign(item, { decision, is_shown: decision === 'accepted' }));
}

type Handler = (call: Call) => Reply;

const routes: [string, RegExp, Handler][] = [
  ['GET', /^\/session$/, ({ world }) => ok(world.session)],
  ['POST', /^\/session$/, login],
  ['DELETE', /^\/session$/, ({ world }) => ((world.session = null), { status: 204 })],
  ['GET', /^\/dossiers$/, listDossiers],
  ['GET', /^\/dossiers\/(\d+)$/, readDossier],
  ['GET', /^\/dossiers\/(\d+)\/letters$/, () => ok({ items: [{ id: 1, title: 'Acte prêt', text: 'Bonjour Jeanne Lefèvre, votre acte est prêt.' }] })],
  ['GET', /^\/answer-models$/, () => ok({ items: [], words: [{ word: 'nom', meaning: 'le nom du demandeur' }] })],
  ['GET', /^\/saved-views$/, () => ok({ items: [] })],
  ['GET', /^\/case-exports$/, () => ok({ items: [] })],
  ['GET', /^\/dossiers\/(\d+)\/documents$/, () => ok({ items: [] })],
  ['POST', /^\/dossiers\/(\d+)\/event$/, ({ world }) => ok({ content_id: world.contents[0]?.id ?? 1 })],
  ['POST', /^\/dossiers\/(\d+)\/messages$/, sendMessage],
  ['POST', /^\/dossiers\/(\d+)\/transitions$/, changeState],
  ...contentRoutes,
  ...actRoutes,
  ...moneyRoutes,
  ...mediaRoutes,
  ...directoryRoutes,
  ...siteRoutes,
  ['GET', /^\/procedures$/, ({ world }) => ok({ items: world.procedures, unpublished: [] })],
  ['PATCH', /^\/procedures\/([a-z0-9-]+)$/, changeProcedure],
  ['POST', /^\/procedures\/([a-z0-9-]+)\/assisted$/, ({ words }) => ok({ path: `/demarches/${words[0]}/suite` }, 201)],
  ...procedureDraftRoutes,
  ['GET', /^\/procedures\/([a-z0-9-]+)\/webhooks$/, () =>
    ok({
      procedure: 'Demande de copie d’acte d’état civil',
      items: [{ id: 1, address: 'https://logiciel.example.fr/avis', events: ['case.sent'], detail: 'reference', created_by: 'Claire Morel', created_at: 1_795_512_720, deliveries: [{ id: 3, subject: '2026-00012', state: 'sent', attempts: 1, last_error: '', created_at: 1_795_512_720 }] }],
    })],
  ['GET', /^\/commune$/, ({ world }) => ok(world.commune)],
  ['PUT', /^\/commune$/, saveCommune],
  ['GET', /^\/sharing$/, ({ world }) => ok(world.sharing)],
  ['PUT', /^\/sharing\/sources\/(\d+)$/, setPolicy],
  ['PUT', /^\/sharing\/contents\/(\d+)$/, decideShared],
  ['GET', /^\/commune\/exceptions$/, ({ world }) => ok(world.exceptions)],
  ['PUT', /^\/commune\/exceptions$/, saveExceptions],
  ['GET', /^\/commune\/legal$/, ({ world }) => ok(world.legal)],
  ['PUT', /^\/commune\/legal$/, ({ world, body }) => ok(Object.assign(world.legal, body as object))],
  ['GET', /^\/first-steps$/, firstSteps],
  ['PUT', /^\/first-steps$/, standAt],
  ['PUT', /^\/first-steps\/(\w+)$/, answerQuestion],
  ['GET', /^\/commune\/look$/, ({ world }) => ok(world.look)],
  ['PUT', /^\/commune\/look$/, saveLook],
  ['GET', /^\/commune\/accessibility$/, ({ world }) => ok(world.declaration)],
  ['PUT', /^\/commune\/accessibility$/, saveDeclaration],
  ['GET', /^\/overview$/, readOverview],
  ['GET', /^\/audience$/, readAudience],
  ['GET', /^\/feedback$/, ({ world }) => ok(world.feedback)],
  ['POST', /^\/feedback\/(\d+)\/handled$/, handleFeedback],
  ['GET', /^\/outbox$/, ({ world }) => ok({ items: world.outbox })],
  ['POST', /^\/outbox\/(?:mail|webhook|document|scan)\/(\d+)\/retry$/, retry],
];

export interface MockApi {
  world: World;
  answer: (method: string, path: string, body: unknown) => Reply;
}

export function createMockApi(world: World = newWorld()): MockApi {
  const answer = (method: string, path: string, body: unknown): Reply => {
    const url = new URL(path, 'http://mock');
    const isPublic = url.pathname === '/session' && method !== 'GET';
    if (!isPublic && world.session === null) return failure(401, 'session_ended', 'Connectez-vous pour continuer.');
    for (const [verb, pattern, handler] of routes) {
      const match = pattern.exec(url.pathname);
      if (verb !== method || match === null) continue;
      const words = match.slice(1);
      return structuredClone(handler({ world, query: url.searchParams, words, ids: words.map(Number), body: body as never }));
    }
    return notFound;
  };
  return { world, answer };
}

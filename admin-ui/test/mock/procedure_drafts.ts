// Working copies of procedures in memory. What a real server reads in a definition, this one only counts.
import type { ProcedureDraft } from '../../src/api/types';
import type { Reply } from './api';
import type { World } from './data';

interface Call {
  world: World;
  words: string[];
  body: never;
}

type Handler = (call: Call) => Reply;
type Written = { title?: string; steps?: { title?: string; fields?: { label?: string }[] }[]; tests?: { name: string }[] };

const ok = (body: unknown, status = 200): Reply => ({ status, body });
const notFound: Reply = { status: 404, body: { error: { code: 'procedure_not_found', message: 'Cette démarche n’existe pas.' } } };

export const contactDefinition = {
  slug: 'salle-des-fetes',
  title: 'Réserver la salle des fêtes',
  summary: 'Demander la salle.',
  duration_minutes: 5,
  legal_basis: 'Mission d’intérêt public.',
  purpose: 'Répondre.',
  recipients: 'Les agents.',
  retention_months: 12,
  silence: { rule: 'none', text: 'La mairie répond.' },
  applicant: { name: ['nom'], email: 'courriel' },
  future_setting: { kept: true },
  steps: [
    {
      id: 'fete',
      title: 'Votre fête',
      fields: [
        { id: 'genre', type: 'choice', label: 'Quelle fête ?', required: true, options: [{ value: 'famille', label: 'Famille' }, { value: 'asso', label: 'Association' }] },
        { id: 'jour', type: 'date', label: 'Quel jour ?', required: true, minimum_date: 'today' },
      ],
    },
    {
      id: 'vous',
      title: 'Vos coordonnées',
      fields: [
        { id: 'nom', type: 'text', label: 'Votre nom', required: true },
        { id: 'courriel', type: 'email', label: 'Votre adresse électronique', required: true },
      ],
    },
  ],
  tests: [{ name: 'Une fête de famille', at: '2026-11-24', play: [{ fill: { genre: 'famille' } }, { send: true }] }],
};

function problemsOf(definition: Written): ProcedureDraft['problems'] {
  return (definition.steps ?? []).flatMap((step, page) =>
    (step.fields ?? []).flatMap((question, field) =>
      question.label ? [] : [{ page, field, property: 'label', place: `Page « ${step.title} », question ${field + 1}`, message: 'Écrivez la question.' }],
    ),
  );
}

function draftOf(world: World, slug: string): ProcedureDraft | undefined {
  const known = world.drafts[slug];
  if (known !== undefined) return known;
  const procedure = world.procedures.find((item) => item.slug === slug);
  if (procedure === undefined) return undefined;
  return {
    slug, version: 0, base_revision: procedure.revision, current_revision: procedure.revision, state: procedure.state, updated_by: '', updated_at: null,
    url: procedure.url, definition: { ...contactDefinition, slug, title: procedure.title }, problems: [],
  };
}

const read: Handler = ({ world, words: [slug = ''] }) => {
  const draft = draftOf(world, slug);
  return draft === undefined ? notFound : ok(draft);
};

const save: Handler = ({ world, words: [slug = ''], body }) => {
  const draft = draftOf(world, slug);
  const { version, definition } = body as { version: number; definition: Written };
  if (draft === undefined) return notFound;
  if (draft.version !== version) {
    return { status: 409, body: { error: { code: 'procedure_draft_stale', message: 'Paul a modifié cette démarche entre-temps.' }, current: draft } };
  }
  world.drafts[slug] = { ...draft, version: version + 1, updated_by: 'Claire Martin', updated_at: 1_795_512_720, definition: definition as Record<string, unknown>, problems: problemsOf(definition) };
  return ok(world.drafts[slug]);
};

const begin: Handler = ({ world, body }) => {
  const { title = '', definition } = body as { title?: string; definition?: Written };
  const written = definition ?? { ...contactDefinition, title };
  const slug = 'nouvelle-demarche';
  world.drafts[slug] = {
    slug, version: 1, base_revision: 0, current_revision: 0, state: 'unpublished', updated_by: 'Claire Martin', updated_at: 1_795_512_720,
    url: `http://mairie.test/demarches/${slug}`, definition: written as Record<string, unknown>, problems: [],
  };
  return ok(world.drafts[slug], 201);
};

const play: Handler = ({ world, words: [slug = ''] }) => {
  const tests = ((draftOf(world, slug)?.definition.tests ?? []) as { name: string }[]).map(({ name }) => ({ name, passed: !name.includes('raté'), reason: name.includes('raté') ? 'Étape 1 de l’essai : rien.' : '' }));
  return ok({ tests, failed: tests.filter(({ passed }) => !passed).length });
};

const tryIt: Handler = ({ body }) => {
  const { page = '', typed } = body as { page?: string; typed: object };
  return ok({ page: page || '-introduction', typed, html: '<!doctype html><title>Aperçu</title><p>Aperçu</p>', today: '2026-11-24', play: [] });
};

const publish: Handler = ({ world, words: [slug = ''] }) => {
  const draft = world.drafts[slug];
  const procedure = world.procedures.find((item) => item.slug === slug);
  if (draft === undefined || procedure === undefined) return notFound;
  delete world.drafts[slug];
  return ok(Object.assign(procedure, { revision: procedure.revision + 1 }));
};

const diff = { from: 1, to: 2, changes: [{ kind: 'added', sentence: 'Question ajoutée : « Où ? » (page « Votre fête »)', before: '', after: '' }] };
const revision = { number: 2, title: 'Réserver la salle des fêtes', source: 'commune', author: 'Claire Martin', at: 1_795_512_720, open_cases: 1 };

export const procedureDraftRoutes: [string, RegExp, Handler][] = [
  ['POST', /^\/procedures$/, begin],
  ['GET', /^\/procedures\/([a-z0-9-]+)\/draft$/, read],
  ['PUT', /^\/procedures\/([a-z0-9-]+)\/draft$/, save],
  ['POST', /^\/procedures\/([a-z0-9-]+)\/draft\/test$/, play],
  ['POST', /^\/procedures\/([a-z0-9-]+)\/draft\/trial$/, tryIt],
  ['GET', /^\/procedures\/([a-z0-9-]+)\/draft\/diff$/, () => ok(diff)],
  ['POST', /^\/procedures\/([a-z0-9-]+)\/draft\/publish$/, publish],
  ['GET', /^\/procedures\/([a-z0-9-]+)\/revisions$/, () => ok({ items: [revision, { ...revision, number: 1, source: 'catalogue', author: '', open_cases: 0 }] })],
  ['GET', /^\/procedures\/([a-z0-9-]+)\/revisions\/(\d+)\/diff$/, () => ok(diff)],
  ['GET', /^\/procedure-schema$/, () => ok({ properties: { opens: {}, at_least: {}, at_most: {}, before: {}, after: {} } })],
  ['GET', /^\/procedures\/([a-z0-9-]+)\/older-cases$/, () => ok({ movable: 2, kept: [{ id: 7, reference: '2026-00007', revision: 1, reason: 'La réponse à « Quel jour ? » serait perdue.' }] })],
  ['POST', /^\/procedures\/([a-z0-9-]+)\/older-cases\/move$/, () => ok({ movable: 2, kept: [] })],
];

// A procedure as the builder changes it. What it does not know is kept as it is: the server knows more properties than these screens.
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type Extra = Record<string, Json | undefined>;

export interface Option extends Extra {
  value: string;
  label: string;
}

export interface Question extends Extra {
  id: string;
  type: string;
  label: string;
}

export interface FormPage {
  [name: string]: unknown;
  id: string;
  title: string;
  introduction?: string | undefined;
  show_if?: Json | undefined;
  fields: Question[];
}

export interface Silence extends Extra {
  rule: string;
  months?: number;
  text?: string;
}

export interface OwnTest {
  [name: string]: unknown;
  name: string;
  at: string;
  play: unknown[];
}

export interface Definition {
  [name: string]: unknown;
  title: string;
  steps: FormPage[];
  tests?: OwnTest[];
}

export interface Spot {
  page: number;
  field: number | null; // null: the page itself
}

export const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

// What came from the server, or a file: pages and questions are lists at least.
export function asDefinition(value: Record<string, unknown>): Definition {
  const steps = listOf<FormPage>(value.steps).map((page) => ({ ...page, title: textOf(page.title), fields: listOf<Question>(page.fields) }));
  return { ...value, title: textOf(value.title), steps };
}

export function questionsOf(definition: Definition): Question[] {
  return definition.steps.flatMap((page) => page.fields);
}

// Those asked before a place: what a condition may look at. Of a question, also those above it on its page.
export function earlierQuestions(definition: Definition, { page, field }: Spot): Question[] {
  const before = definition.steps.slice(0, page).flatMap((step) => step.fields);
  return field === null ? before : [...before, ...(definition.steps[page]?.fields.slice(0, field) ?? [])];
}

function freeId(taken: string[], stem: string): string {
  let number = taken.length + 1;
  while (taken.includes(`${stem}_${number}`)) number += 1;
  return `${stem}_${number}`;
}

export const freeQuestionId = (definition: Definition): string => freeId(questionsOf(definition).map(({ id }) => id), 'question');
export const freePageId = (definition: Definition): string => freeId(definition.steps.map(({ id }) => id), 'page');
export const freeOptionValue = (options: Option[]): string => freeId(options.map(({ value }) => value), 'choix');

const replaceAt = <T>(list: T[], index: number, item: T): T[] => list.map((known, at) => (at === index ? item : known));
const removeAt = <T>(list: T[], index: number): T[] => list.filter((_item, at) => at !== index);
export const insertAt = <T>(list: T[], index: number, item: T): T[] => [...list.slice(0, index), item, ...list.slice(index)];
export const moved = <T>(list: T[], from: number, to: number): T[] => {
  const item = list[from];
  return item === undefined || to < 0 || to >= list.length ? list : insertAt(removeAt(list, from), to, item);
};

export function withPage(definition: Definition, page: number, change: Partial<FormPage>): Definition {
  const step = definition.steps[page];
  return step === undefined ? definition : { ...definition, steps: replaceAt(definition.steps, page, clean({ ...step, ...change })) };
}

export function withQuestion(definition: Definition, page: number, field: number, change: Partial<Question>): Definition {
  const step = definition.steps[page];
  const question = step?.fields[field];
  if (step === undefined || question === undefined) return definition;
  return withPage(definition, page, { fields: replaceAt(step.fields, field, clean({ ...question, ...change })) });
}

// Undefined means: no such property.
function clean<T extends object>(item: T): T {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as T;
}

export function withoutQuestion(definition: Definition, page: number, field: number): Definition {
  const step = definition.steps[page];
  return step === undefined ? definition : withPage(definition, page, { fields: removeAt(step.fields, field) });
}

export function insertQuestion(definition: Definition, page: number, field: number, question: Question): Definition {
  const step = definition.steps[page];
  return step === undefined ? definition : withPage(definition, page, { fields: insertAt(step.fields, field, question) });
}

export function moveQuestion(definition: Definition, from: { page: number; field: number }, to: { page: number; field: number }): Definition {
  const question = definition.steps[from.page]?.fields[from.field];
  if (question === undefined) return definition;
  return insertQuestion(withoutQuestion(definition, from.page, from.field), to.page, to.field, question);
}

export const withoutPage = (definition: Definition, page: number): Definition => ({ ...definition, steps: removeAt(definition.steps, page) });
export const insertPage = (definition: Definition, page: number, step: FormPage): Definition => ({ ...definition, steps: insertAt(definition.steps, page, step) });
export const movePage = (definition: Definition, from: number, to: number): Definition => ({ ...definition, steps: moved(definition.steps, from, to) });

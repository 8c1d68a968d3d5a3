// The kinds of questions: what they start with and what can be set. Their words are in locales/fr/builder.ts. One row a kind.
import type { Extra } from './definition';

// What the panel of a question can set; each has its editor in Properties.tsx.
export type Setting =
  | { kind: 'text' | 'date' | 'time' | 'number' | 'cents' | 'flag'; name: string }
  | { kind: 'options' | 'formats' | 'statement' | 'questions' | 'size'; name: string };

export interface QuestionType {
  start: Extra;
  settings: Setting[];
  asks: boolean; // a title and a note ask nothing
}

const number = (name: string): Setting => ({ kind: 'number', name });
const asked = (settings: Setting[] = [], start: Extra = {}): QuestionType => ({ start: { required: true, ...start }, settings, asks: true });
const said: QuestionType = { start: {}, settings: [], asks: false };
const files: Setting[] = [{ kind: 'number', name: 'max_files' }, { kind: 'size', name: 'max_file_bytes' }];

export const questionTypes: Record<string, QuestionType> = {
  text: asked([number('max_length')]),
  long_text: asked([number('max_length')]),
  choice: asked([{ kind: 'options', name: 'options' }], { options: [{ value: 'choix_1', label: '' }, { value: 'choix_2', label: '' }] }),
  choices: asked([{ kind: 'options', name: 'options' }], { options: [{ value: 'choix_1', label: '' }, { value: 'choix_2', label: '' }] }),
  date: asked([{ kind: 'date', name: 'minimum_date' }, { kind: 'date', name: 'maximum_date' }]),
  time: asked([{ kind: 'time', name: 'minimum_time' }, { kind: 'time', name: 'maximum_time' }]),
  number: asked([number('minimum'), number('maximum')]),
  money: asked([{ kind: 'cents', name: 'minimum_cents' }, { kind: 'cents', name: 'maximum_cents' }]),
  email: asked(),
  phone: asked(),
  address: asked(),
  point: asked(),
  file: asked([...files, { kind: 'formats', name: 'accept' }]),
  identity: asked(files),
  group: asked([{ kind: 'questions', name: 'fields' }, { kind: 'text', name: 'item_label' }, { kind: 'text', name: 'add_label' }, number('min_items'), number('max_items')], {
    fields: [{ id: 'nom_1', type: 'text', label: '', required: true }],
    item_label: '',
    add_label: '',
  }),
  consent: asked([{ kind: 'statement', name: 'options' }]),
  iban: asked(),
  siret: asked(),
  rna: asked(),
  plate: asked(),
  title: said,
  note: said,
};

// Of a block that repeats: one control each.
export const typesInGroup = ['text', 'email', 'phone', 'date', 'number', 'choice'] as const;

// Conditions between the JSON of a procedure and the sentences "Afficher si ... est ...". One that cannot be said so is kept as it is.
import { isoDayText } from '../../components/time';
import { fr } from '../../locales/fr';
import { listOf, textOf, type Json, type Option, type Question } from './definition';

export interface Row {
  field: string;
  operator: OperatorName;
  values: string[]; // one for all but is and isNot
}

export interface Sentence {
  join: 'all' | 'any';
  rows: Row[];
}

type Tree = { [name: string]: Json };

const asTree = (value: unknown): Tree | null => (value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Tree) : null);
const onlyHas = (tree: Tree, ...names: string[]): boolean => Object.keys(tree).length === names.length && names.every((name) => name in tree);
const valueText = (value: Json | undefined): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));

export type OperatorName = 'is' | 'isNot' | 'atLeast' | 'atMost' | 'before' | 'after' | 'answered' | 'unanswered';

interface Operator {
  name: OperatorName;
  asks: 'answers' | 'number' | 'moment' | 'nothing'; // how its value is given
  fits: string[]; // types of questions
  property?: string; // of the server's format, when not every server has it
  read: (tree: Tree) => string[] | null; // null: the tree says something else
  write: (field: string, values: string[]) => Json;
}

const chosen = ['choice', 'choices', 'consent'];
const counted = ['number', 'money', 'computed'];
const moments = ['date', 'time'];
const anything = [...chosen, ...counted, ...moments, 'text', 'long_text', 'email', 'phone', 'address', 'point', 'file', 'group'];

const isOneOf = (tree: Tree): string[] | null => {
  if (onlyHas(tree, 'field', 'equals')) return [valueText(tree.equals)];
  return onlyHas(tree, 'field', 'in') ? listOf<Json>(tree.in).map(valueText) : null;
};
const oneOf = (field: string, values: string[]): Json => (values.length === 1 ? { field, equals: values[0] ?? '' } : { field, in: values });
const number = (property: string) => ({
  read: (tree: Tree) => (onlyHas(tree, 'field', property) && typeof tree[property] === 'number' ? [String(tree[property])] : null),
  write: (field: string, values: string[]): Json => ({ field, [property]: Number(values[0] ?? 0) }),
});
const moment = (property: string) => ({
  read: (tree: Tree) => (onlyHas(tree, 'field', property) && typeof tree[property] === 'string' ? [tree[property]] : null),
  write: (field: string, values: string[]): Json => ({ field, [property]: values[0] ?? '' }),
});
const answered = (value: boolean) => ({
  read: (tree: Tree) => (onlyHas(tree, 'field', 'answered') && tree.answered === value ? [] : null),
  write: (field: string): Json => ({ field, answered: value }),
});

// One row an operator: a condition of the server's format, docs/reference/procedures.md.
export const operators: Operator[] = [
  { name: 'is', asks: 'answers', fits: chosen, read: isOneOf, write: oneOf },
  {
    name: 'isNot',
    asks: 'answers',
    fits: chosen,
    read: (tree) => {
      const negated = onlyHas(tree, 'not') ? asTree(tree.not) : null;
      return negated === null ? null : isOneOf(negated);
    },
    write: (field, values) => ({ not: oneOf(field, values) }),
  },
  { name: 'atLeast', property: 'at_least', asks: 'number', fits: counted, ...number('at_least') },
  { name: 'atMost', property: 'at_most', asks: 'number', fits: counted, ...number('at_most') },
  { name: 'before', property: 'before', asks: 'moment', fits: moments, ...moment('before') },
  { name: 'after', property: 'after', asks: 'moment', fits: moments, ...moment('after') },
  { name: 'answered', property: 'answered', asks: 'nothing', fits: anything, ...answered(true) },
  { name: 'unanswered', property: 'answered', asks: 'nothing', fits: anything, ...answered(false) },
];

export type Knows = (property: string) => boolean;

export const operatorsFor = (question: Question | undefined, knows: Knows): Operator[] =>
  operators.filter(({ fits, property }) => question !== undefined && fits.includes(question.type) && (property === undefined || knows(property)));
const operatorOf = (name: OperatorName): Operator | undefined => operators.find((known) => known.name === name);

export function firstRow(question: Question, knows: Knows): Row {
  return { field: question.id, operator: operatorsFor(question, knows)[0]?.name ?? 'is', values: [] };
}

function readRow(value: unknown): Row | null {
  const tree = asTree(value);
  if (tree === null) return null;
  const field = textOf((asTree(tree.not) ?? tree).field);
  for (const { name, read } of operators) {
    const values = read(tree);
    if (values !== null && field !== '') return { field, operator: name, values };
  }
  return null;
}

// Null: more than these screens can say.
export function readCondition(value: unknown): Sentence | null {
  const single = readRow(value);
  if (single !== null) return { join: 'all', rows: [single] };
  const tree = asTree(value);
  const join = tree === null ? null : onlyHas(tree, 'all') ? 'all' : onlyHas(tree, 'any') ? 'any' : null;
  if (tree === null || join === null) return null;
  const rows = listOf(tree[join]).map(readRow);
  return rows.every((row) => row !== null) && rows.length > 0 ? { join, rows: rows as Row[] } : null;
}

const writeRow = ({ field, operator, values }: Row): Json => operatorOf(operator)?.write(field, values) ?? null;

export function writeCondition({ join, rows }: Sentence): Json | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  return rows.length === 1 ? writeRow(first) : { [join]: rows.map(writeRow) };
}

// What a new condition looks at: the nearest question with answers to choose, which is nearly always the one that is meant.
export const likeliest = (questions: Question[]): Question | undefined => questions.filter(({ type }) => chosen.includes(type)).at(-1) ?? questions.at(-1);

export const canBeAsked = (question: Question, knows: Knows): boolean => operatorsFor(question, knows).length > 0;

export function answersOf(question: Question | undefined): Option[] {
  if (question === undefined) return [];
  if (question.type === 'consent') return [{ value: 'true', label: fr.builder.ticked }];
  return listOf<Option>(question.options);
}

function valueInWords(row: Row, question: Question | undefined): string {
  const answers = answersOf(question);
  const name = (value: string) => answers.find((answer) => answer.value === value)?.label ?? value;
  if (operatorOf(row.operator)?.asks === 'answers') return row.values.map(name).map(fr.builder.quoted).join(fr.builder.or) || fr.builder.noAnswer;
  const [value = ''] = row.values;
  if (question?.type === 'money') return fr.builder.euros(Number(value) / 100);
  return question?.type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? fr.builder.onDay(isoDayText(value)) : value;
}

function rowInWords(row: Row, questions: Question[]): string {
  const question = questions.find(({ id }) => id === row.field);
  return fr.builder.compared[row.operator](question?.label ?? fr.builder.goneQuestion, valueInWords(row, question)).trim();
}

export function conditionInWords(value: unknown, questions: Question[]): string {
  const sentence = readCondition(value);
  if (sentence === null) return fr.builder.otherCondition;
  const rows = sentence.rows.map((row) => rowInWords(row, questions));
  return fr.builder.shownIf(rows.join(sentence.join === 'all' ? fr.builder.andIf : fr.builder.orIf));
}

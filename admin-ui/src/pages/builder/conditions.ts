// Conditions between the JSON of a procedure and the sentences "Afficher si ... est ...". One that cannot be said so is kept as it is.
import { fr } from '../../locales/fr';
import { listOf, textOf, type Json, type Option, type Question } from './definition';

export interface Row {
  field: string;
  isNot: boolean;
  values: string[];
}

export interface Sentence {
  join: 'all' | 'any';
  rows: Row[];
}

type Tree = { [name: string]: Json };

const asTree = (value: unknown): Tree | null => (value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Tree) : null);
const onlyHas = (tree: Tree, ...names: string[]): boolean => Object.keys(tree).length === names.length && names.every((name) => name in tree);
const valueText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

function readRow(value: unknown): Row | null {
  const tree = asTree(value);
  if (tree === null) return null;
  if (onlyHas(tree, 'not')) {
    const row = readRow(tree.not);
    return row === null || row.isNot ? null : { ...row, isNot: true };
  }
  if (onlyHas(tree, 'field', 'equals')) return { field: textOf(tree.field), isNot: false, values: [valueText(tree.equals ?? '')] };
  if (onlyHas(tree, 'field', 'in')) return { field: textOf(tree.field), isNot: false, values: listOf<Json>(tree.in).map(valueText) };
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

function writeRow({ field, isNot, values }: Row): Json {
  const plain: Json = values.length === 1 ? { field, equals: values[0] ?? '' } : { field, in: values };
  return isNot ? { not: plain } : plain;
}

export function writeCondition({ join, rows }: Sentence): Json | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  return rows.length === 1 ? writeRow(first) : { [join]: rows.map(writeRow) };
}

// Only what has answers to choose from is offered: a text would have to be typed letter for letter.
export const canBeAsked = ({ type }: Question): boolean => type === 'choice' || type === 'choices' || type === 'consent';

export function answersOf(question: Question | undefined): Option[] {
  if (question === undefined) return [];
  if (question.type === 'consent') return [{ value: 'true', label: fr.builder.ticked }];
  return listOf<Option>(question.options);
}

function rowInWords(row: Row, questions: Question[]): string {
  const question = questions.find(({ id }) => id === row.field);
  const answers = answersOf(question);
  const names = row.values.map((value) => answers.find((answer) => answer.value === value)?.label ?? value);
  const words = row.isNot ? fr.builder.conditionIsNot : fr.builder.conditionIs;
  return words(question?.label ?? fr.builder.goneQuestion, names.map(fr.builder.quoted).join(fr.builder.or) || fr.builder.noAnswer);
}

export function conditionInWords(value: unknown, questions: Question[]): string {
  const sentence = readCondition(value);
  if (sentence === null) return fr.builder.otherCondition;
  const rows = sentence.rows.map((row) => rowInWords(row, questions));
  return fr.builder.shownIf(rows.join(sentence.join === 'all' ? fr.builder.andIf : fr.builder.orIf));
}

// The form of an act as it is typed, and what is sent of it.
import type { Act, ActText } from '../../api/acts';
import { fr } from '../../locales/fr';

const words = fr.acts;

export const voteNames = ['vote_members', 'vote_present', 'vote_for', 'vote_against', 'vote_abstained'] as const;
export type VoteName = (typeof voteNames)[number];

export const textNames = [
  'number', 'object', 'decided_on', 'meeting_on', 'approved_on', 'author_first_name', 'author_name', 'author_quality', 'subject_code', 'subject_label',
  'budget_year', 'budget_name', 'prefecture_id', 'prefecture_on',
] as const;
export type TextName = (typeof textNames)[number];

export type Edit = Record<TextName | VoteName, string>;

export const newEdit = Object.fromEntries([...textNames, ...voteNames].map((name) => [name, ''])) as Edit;

export function editOf(act: Act): Edit {
  const texts = textNames.map((name) => [name, act[name]]);
  const votes = voteNames.map((name) => [name, act[name] === null ? '' : String(act[name])]);
  return Object.fromEntries([...texts, ...votes]) as Edit;
}

// Votes that were left out are not sent at all.
export function textOf(edit: Edit): ActText {
  const texts = Object.fromEntries(textNames.map((name) => [name, edit[name].trim()]));
  const votes = voteNames.filter((name) => edit[name].trim() !== '').map((name) => [name, Number(edit[name])]);
  return { ...texts, ...Object.fromEntries(votes) } as ActText;
}

// What is wrong with the votes as they stand; null when nothing is, or nothing is there.
export function votesFault(edit: Edit): string | null {
  const typed = voteNames.filter((name) => edit[name].trim() !== '');
  if (typed.length === 0) return null;
  if (typed.length < voteNames.length || typed.some((name) => !/^\d{1,4}$/.test(edit[name].trim()))) return words.votesPartial;
  const count = (name: VoteName) => Number(edit[name]);
  const sum = count('vote_for') + count('vote_against') + count('vote_abstained');
  if (sum !== count('vote_present')) return words.votesSum(sum);
  return count('vote_present') > count('vote_members') ? words.votesMembers : null;
}

// "12 novembre 2026" from an ISO day, which has no hour.
export function dayText(iso: string): string {
  const text = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${iso}T00:00:00Z`));
  return text.replace(/^1 /, '1er ');
}

// How often an event takes place, as a person says it: "tous les mardis jusqu’au 30 juin 2027".
import type { Recurrence } from '../../../api/types';
import { dateText, startOfDay } from '../../../components/time';

export const dayNames = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const ranks = ['premier', 'deuxième', 'troisième', 'quatrième', 'cinquième'];
const units = { day: 'jours', week: 'semaines', month: 'mois', year: 'ans' };
const everyOne = { day: 'tous les jours', week: '', month: 'tous les mois', year: 'tous les ans' };

// 1 Monday to 7 Sunday, of "2026-12-05" or "2026-12-05T18:30"; null when it is no day.
export function weekdayOf(starts: string): number | null {
  const time = Date.parse(`${starts.slice(0, 10)}T12:00:00Z`);
  return starts.length < 10 || Number.isNaN(time) ? null : new Date(time).getUTCDay() || 7;
}

export function dayText(key: string): string {
  const midnight = startOfDay(key.slice(0, 10));
  return midnight === null ? key : dateText(midnight);
}

const listed = (words: string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} et ${words.at(-1) ?? ''}`);
const dayOfMonth = (starts: string): number => Number(starts.slice(8, 10));

// "le premier mardi": the rank that the first day has in its month.
export function rankedDay(starts: string): string {
  const rank = ranks[Math.floor((dayOfMonth(starts) - 1) / 7)] ?? '';
  return `le ${rank} ${dayNames[(weekdayOf(starts) ?? 1) - 1] ?? ''}`;
}

export function numberedDay(starts: string): string {
  const day = dayOfMonth(starts);
  return `le ${day === 1 ? '1er' : day}`;
}

function weekly(rule: Recurrence, starts: string): string {
  const chosen = rule.weekdays !== undefined && rule.weekdays.length > 0 ? rule.weekdays : [weekdayOf(starts) ?? 1];
  const days = chosen.map((day) => dayNames[day - 1] ?? '');
  const interval = rule.interval ?? 1;
  if (interval === 1) return `tous les ${listed(days.map((day) => `${day}s`))}`;
  return `le ${listed(days)}, ${interval === 2 ? 'une semaine sur deux' : `toutes les ${interval} semaines`}`;
}

function rhythm(rule: Recurrence, starts: string): string {
  if (rule.every === 'week') return weekly(rule, starts);
  const interval = rule.interval ?? 1;
  const often = interval === 1 ? everyOne[rule.every] : `tous les ${interval} ${units[rule.every]}`;
  if (rule.every !== 'month') return often;
  const day = rule.weekdays !== undefined && rule.weekdays.length > 0 ? rankedDay(starts) : numberedDay(starts);
  return interval === 1 ? `${day} de chaque mois` : `${day}, ${often}`;
}

// "" while there is no first day.
export function recurrenceWords(rule: Recurrence, starts: string): string {
  if (weekdayOf(starts) === null) return '';
  const until = rule.until ? ` jusqu’au ${dayText(rule.until)}` : rule.count !== undefined ? `, ${rule.count} fois` : '';
  const except = (rule.except ?? []).map(dayText);
  return `${rhythm(rule, starts)}${until}${except.length > 0 ? `, sauf le ${listed(except)}` : ''}`;
}

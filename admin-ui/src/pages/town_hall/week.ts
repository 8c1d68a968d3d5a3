// Opening hours as the form edits them: always seven days.
import type { OpeningDay, OpeningInterval } from '../../api/types';

const usual: OpeningInterval[] = [
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '17:00' },
  { from: '17:30', to: '19:00' },
];

export const maxIntervals = 3;

export function fullWeek(days: OpeningDay[]): OpeningDay[] {
  return [1, 2, 3, 4, 5, 6, 7].map((day) => days.find((known) => known.day === day) ?? { day, intervals: [] });
}

function withDay(week: OpeningDay[], day: number, intervals: OpeningInterval[]): OpeningDay[] {
  return week.map((known) => (known.day === day ? { day, intervals } : known));
}

function intervalsOf(week: OpeningDay[], day: number): OpeningInterval[] {
  return week.find((known) => known.day === day)?.intervals ?? [];
}

// Proposes a usual interval that starts after the last one.
export function addInterval(week: OpeningDay[], day: number): OpeningDay[] {
  const intervals = intervalsOf(week, day);
  const last = intervals.at(-1)?.to ?? '';
  const next = usual.find((interval) => interval.from > last) ?? { from: last, to: '23:00' };
  return withDay(week, day, [...intervals, next]);
}

export function removeInterval(week: OpeningDay[], day: number, index: number): OpeningDay[] {
  return withDay(week, day, intervalsOf(week, day).filter((_, position) => position !== index));
}

export function changeInterval(week: OpeningDay[], day: number, index: number, change: Partial<OpeningInterval>): OpeningDay[] {
  const intervals = intervalsOf(week, day).map((interval, position) => (position === index ? { ...interval, ...change } : interval));
  return withDay(week, day, intervals);
}

export function copyPrevious(week: OpeningDay[], day: number): OpeningDay[] {
  return withDay(week, day, intervalsOf(week, day - 1));
}

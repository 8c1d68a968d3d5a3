// Moments as date and time inputs write them, "2026-12-05T18:30", always in Paris whatever the clock of the computer says.
import { dayKey, nowSeconds, startOfDay } from './time';

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = 24 * 3600;

export function momentKey(seconds: number): string {
  return `${dayKey(seconds)}T${clock.format(seconds * 1000)}`;
}

// Seconds; null when it is no moment. Of an hour that comes twice in October, the first.
export function momentOf(key: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(key);
  const midnight = match === null ? null : startOfDay(match[1] ?? '');
  if (match === null || midnight === null) return null;
  const guess = midnight + Number(match[2]) * 3600 + Number(match[3]) * 60;
  const wanted = key.slice(0, 16);
  return [guess, guess - 3600, guess + 3600].find((seconds) => momentKey(seconds) === wanted) ?? guess;
}

// The last minute of the day that is `days` after today.
export function endOfDay(days: number, now: number = nowSeconds()): number {
  const noon = (startOfDay(dayKey(now)) ?? now) + day / 2 + days * day; // at noon a change of hour moves no day
  return (startOfDay(dayKey(noon + day)) ?? noon) - 60;
}

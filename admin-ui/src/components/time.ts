// Moments, ages and sizes in French words.
const zone = 'Europe/Paris';
const dayFormat = new Intl.DateTimeFormat('fr-FR', { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' });
const clockFormat = new Intl.DateTimeFormat('fr-FR', { timeZone: zone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
const dayKeyFormat = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
const ageFormat = new Intl.RelativeTimeFormat('fr-FR', { numeric: 'auto' });

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

export function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

export function dateText(seconds: number): string {
  return dayFormat.format(seconds * 1000).replace(/^1 /, '1er ');
}

// "10 h 32", with no-break spaces.
export function clockText(seconds: number): string {
  const parts = clockFormat.formatToParts(seconds * 1000);
  const value = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${Number(value('hour'))}\u00a0h\u00a0${value('minute')}`;
}

// Of an ISO day, "2026-12-08".
export function isoDayText(day: string): string {
  return dateText(Date.parse(`${day}T12:00:00Z`) / 1000);
}

export function dateTimeText(seconds: number): string {
  return `${dateText(seconds)} à ${clockText(seconds)}`;
}

// The day in Paris as yyyy-mm-dd, the way a date input wants it.
export function dayKey(seconds: number): string {
  return dayKeyFormat.format(seconds * 1000);
}

// Midnight in Paris at the start of that day; null when it is no date.
export function startOfDay(key: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(key)) return null;
  const utc = Date.parse(`${key}T00:00:00Z`) / 1000;
  if (Number.isNaN(utc)) return null;
  for (const offset of [2 * hour, hour]) {
    const candidate = utc - offset;
    if (dayKey(candidate) === key && dayKey(candidate - 1) !== key) return candidate;
  }
  return utc;
}

// "à l’instant", "il y a 5 minutes", "hier", "il y a 3 jours", then the date.
export function ageText(seconds: number, now: number = nowSeconds()): string {
  const age = now - seconds;
  if (age < minute) return 'à l’instant';
  if (age < hour) return ageFormat.format(-Math.floor(age / minute), 'minute');
  const days = Math.round((Date.parse(dayKey(now)) - Date.parse(dayKey(seconds))) / (day * 1000));
  if (days === 0) return ageFormat.format(-Math.floor(age / hour), 'hour');
  if (days < 8) return ageFormat.format(-days, 'day');
  return `le ${dateText(seconds)}`;
}

// "dans 5 minutes".
export function delayText(seconds: number, now: number = nowSeconds()): string {
  const delay = seconds - now;
  if (delay < minute) return 'dans moins d’une minute';
  if (delay < 2 * hour) return ageFormat.format(Math.round(delay / minute), 'minute');
  return ageFormat.format(Math.round(delay / hour), 'hour');
}

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes}\u00a0octets`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)}\u00a0Ko`;
  return `${(bytes / (1024 * 1024)).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0Mo`;
}

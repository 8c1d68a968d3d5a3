// What is being written on the alert screen, and what it becomes for the server.
import { endOfDay, momentOf } from '../../components/local_time';
import { dateTimeText, nowSeconds } from '../../components/time';
import { fr } from '../../locales/fr';
import type { Severity, Until } from './templates';

export interface AlertDraft {
  text: string;
  severity: Severity;
  until: Until;
  moment: string; // "2026-12-05T18:30", when `until` is another moment
}

export const blankAlert: AlertDraft = { text: '', severity: 'vigilance', until: 'tonight', moment: '' };

// Seconds, or null for an alert that stays until it is taken away. A moment that is no moment is null too: see faultsOf.
export function endOf({ until, moment }: AlertDraft, now: number = nowSeconds()): number | null {
  if (until === 'untilTaken') return null;
  if (until === 'otherMoment') return momentOf(moment);
  return endOfDay({ tonight: 0, tomorrow: 1, threeDays: 3 }[until], now);
}

export interface AlertFaults {
  text?: string;
  moment?: string;
}

export function faultsOf(draft: AlertDraft, now: number = nowSeconds()): AlertFaults {
  const faults: AlertFaults = {};
  if (draft.text.trim() === '') faults.text = fr.alert.textMissing;
  if (draft.until !== 'otherMoment') return faults;
  const end = momentOf(draft.moment);
  if (end === null) faults.moment = fr.alert.momentMissing;
  else if (end <= now) faults.moment = fr.alert.momentPast;
  return faults;
}

export function endInWords(end: number | null): string {
  return end === null ? fr.alert.whereOpen : fr.alert.whereEnd(dateTimeText(end));
}

// What is typed in the form of the town hall and not yet saved: kept in the browser, so that leaving the screen loses nothing.
import { useState } from 'react';
import { useSaveCommune } from '../../api/town_hall';
import type { Commune, CommuneEdit } from '../../api/types';
import { readDraft, writeDraft } from '../../components/local_draft';
import { fullWeek } from './week';

const draftName = 'commune';

// Only the fields that differ from the server's: the others follow what a colleague saves meanwhile.
type Changes = Partial<CommuneEdit>;

export function editOf(commune: Commune): CommuneEdit {
  const { address, postcode, city, phone, email, hours_confirmed, mayor_name } = commune;
  return { address, postcode, city, phone, email, hours: fullWeek(commune.hours), hours_confirmed, mayor_name };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function without(changes: Changes, other: CommuneEdit): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([name, value]) => !isSame(value, other[name as keyof CommuneEdit])));
}

function isEmpty(changes: Changes): boolean {
  return Object.keys(changes).length === 0;
}

// A value that another version of the form left and that this one cannot show is dropped.
function isUsable(value: unknown, like: unknown): boolean {
  if (Array.isArray(like)) return Array.isArray(value) && value.length === like.length && value.every((day) => Array.isArray(day?.intervals));
  return typeof value === typeof like;
}

export function readChanges(saved: CommuneEdit): Changes {
  try {
    const kept = JSON.parse(readDraft(draftName)) as Record<string, unknown>;
    const known = Object.entries(saved).filter(([name, value]) => isUsable(kept[name], value));
    return without(Object.fromEntries(known.map(([name]) => [name, kept[name]])), saved);
  } catch {
    return {};
  }
}

function writeChanges(changes: Changes): void {
  writeDraft(draftName, isEmpty(changes) ? '' : JSON.stringify(changes));
}

export function useTownHallEdit(commune: Commune) {
  const saved = editOf(commune);
  const [changes, setChanges] = useState(() => readChanges(saved));
  const [isRecovered, setRecovered] = useState(() => !isEmpty(changes));
  const request = useSaveCommune();
  const left = without(changes, saved);
  const edit: CommuneEdit = { ...saved, ...left };

  const change = (part: Changes) => {
    const next = without({ ...left, ...part }, saved);
    setChanges(next);
    writeChanges(next);
    if (isEmpty(next)) setRecovered(false);
  };
  const drop = () => {
    request.reset();
    setChanges({});
    writeChanges({});
    setRecovered(false);
  };
  // Also once the agent has left the screen. What was typed while the request was on its way stays to be saved.
  const save = async (): Promise<Commune> => {
    const stored = await request.mutateAsync(edit);
    setChanges((current) => without(current, edit));
    setRecovered(false);
    writeChanges(without(readChanges(editOf(stored)), edit));
    return stored;
  };
  return { edit, hasChanges: !isEmpty(left), isRecovered, change, drop, save, isSaving: request.isPending, error: request.error };
}

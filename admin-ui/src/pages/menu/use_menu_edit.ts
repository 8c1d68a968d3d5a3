// The menu while it is changed: each step can be undone, and what is not saved is kept in the browser.
import { useState } from 'react';
import { useResetMenu, useSaveMenu, type Menu, type MenuEntry } from '../../api/site';
import { readDraft, writeDraft } from '../../components/local_draft';

const draftName = 'menu';

export interface Row extends MenuEntry {
  key: number; // stays with the row while it moves
}

export const rowsOf = (entries: MenuEntry[]): Row[] => entries.map(({ label, target }, key) => ({ label, target, key }));
export const entriesOf = (rows: Row[]): MenuEntry[] => rows.map(({ label, target }) => ({ label, target }));
export const newKey = (rows: Row[]): number => Math.max(-1, ...rows.map(({ key }) => key)) + 1;

const isSame = (a: MenuEntry[], b: MenuEntry[]): boolean => JSON.stringify(a) === JSON.stringify(b);

function isEntry(value: unknown): value is MenuEntry {
  const { label, target } = (value ?? {}) as Partial<MenuEntry>;
  return typeof label === 'string' && typeof target === 'string';
}

export function readKept(saved: MenuEntry[]): Row[] | null {
  try {
    const kept: unknown = JSON.parse(readDraft(draftName));
    if (!Array.isArray(kept) || !kept.every(isEntry)) return null;
    return isSame(entriesOf(rowsOf(kept)), saved) ? null : rowsOf(kept);
  } catch {
    return null;
  }
}

interface Step {
  rows: Row[];
  of: string; // typing in one field is one step
}

export function useMenuEdit(menu: Menu) {
  const [draft, setDraft] = useState(() => readKept(menu.entries));
  const [isRecovered, setRecovered] = useState(draft !== null);
  const [past, setPast] = useState<Step[]>([]);
  const save = useSaveMenu();
  const reset = useResetMenu();
  const rows = draft ?? rowsOf(menu.entries);

  const show = (next: Row[] | null) => {
    const isAsSaved = next === null || isSame(entriesOf(next), menu.entries);
    setDraft(isAsSaved ? null : next);
    writeDraft(draftName, isAsSaved ? '' : JSON.stringify(entriesOf(next)));
    save.reset(); // its errors name places that may be others now
  };
  const change = (next: Row[], of: string) => {
    if (past.at(-1)?.of !== of || of === '') setPast([...past, { rows, of }]);
    show(next);
  };
  const undo = () => {
    const last = past.at(-1);
    if (last === undefined) return;
    setPast(past.slice(0, -1));
    show(last.rows);
  };
  const drop = () => {
    setPast([]);
    setRecovered(false);
    show(null);
  };
  return {
    rows,
    hasChanges: draft !== null,
    isRecovered,
    canUndo: past.length > 0,
    change,
    undo,
    drop,
    save: (then: () => void) => save.mutate(entriesOf(rows), { onSuccess: () => (drop(), then()) }),
    reset: (then: () => void) => reset.mutate(undefined, { onSuccess: () => (drop(), then()) }),
    saving: save,
    resetting: reset,
  };
}

export type MenuEdit = ReturnType<typeof useMenuEdit>;

// Text being typed, kept in the browser until the server has it. Forgotten at logout: the computer may be shared.
import { useCallback, useState } from 'react';

const prefix = 'clocher.draft.';

export function readDraft(name: string): string {
  try {
    return window.localStorage.getItem(prefix + name) ?? '';
  } catch {
    return ''; // storage is forbidden in this browser
  }
}

export function writeDraft(name: string, text: string): void {
  try {
    if (text === '') window.localStorage.removeItem(prefix + name);
    else window.localStorage.setItem(prefix + name, text);
  } catch {
    // storage is full or forbidden: the text stays in the page
  }
}

export function forgetDrafts(): void {
  try {
    const names = Object.keys(window.localStorage).filter((key) => key.startsWith(prefix));
    names.forEach((name) => window.localStorage.removeItem(name));
  } catch {
    // nothing was kept
  }
}

export function useDraft(name: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => readDraft(name));
  const change = useCallback(
    (next: string) => {
      setText(next);
      writeDraft(name, next);
    },
    [name],
  );
  return [text, change];
}

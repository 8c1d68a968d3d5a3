// The state of one text being written: what is typed, what the server holds, and the road between the two.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { saveContent } from '../../api/contents';
import { sessionKey } from '../../api/session';
import type { Block, Content, ContentDetails } from '../../api/types';
import { readDraft, writeDraft } from '../../components/local_draft';
import { Autosaver, type SaveStatus } from './autosave';

export interface Typed {
  title: string;
  summary: string;
  body_markdown: string;
  expires_at: number | null;
  details: ContentDetails;
  blocks: Block[];
}

interface Kept extends Typed {
  base_revision: number;
}

export function typedOf(content: Content): Typed {
  const { title, summary, body_markdown, expires_at, details, blocks } = content;
  return { title, summary, body_markdown, expires_at, details, blocks };
}

export function isSameText(a: Typed, b: Typed): boolean {
  const isSameData = (one: object, other: object) => one === other || JSON.stringify(one) === JSON.stringify(other);
  const isSameBody = a.title === b.title && a.summary === b.summary && a.body_markdown === b.body_markdown && a.expires_at === b.expires_at;
  return isSameBody && isSameData(a.details, b.details) && isSameData(a.blocks, b.blocks);
}

// Every word of what was typed, blocks included, so that it can be copied from one place.
function wordsOf({ title, summary, body_markdown, blocks }: Typed): string {
  const words = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([name, part]) => (name === 'type' ? [] : words(part))) : [];
  return [title, summary, body_markdown, ...blocks.flatMap(words)].join('\n\n');
}

// Text that an earlier visit could not save.
function readKept(content: Content): Kept | null {
  try {
    const kept = { ...typedOf(content), ...(JSON.parse(readDraft(`content.${content.id}`)) as Kept) };
    return typeof kept.body_markdown === 'string' && !isSameText(kept, typedOf(content)) ? kept : null;
  } catch {
    return null;
  }
}

export interface EditorState {
  server: Content;
  typed: Typed;
  status: SaveStatus;
  isRecovered: boolean;
  setAside: string;
  type: (change: Partial<Typed>) => void;
  flush: () => Promise<boolean>;
  currentStatus: () => SaveStatus; // now, where `status` is as of the last render
  pauseAt: (error: unknown) => void;
  revision: () => number;
  faults: Record<string, string>; // of the last save or publication, by the server's names: "blocks.2.alt"
  refuse: (fields: Record<string, string>) => void; // what a publication would not take; forgotten at the next key
  accept: (content: Content) => void; // after publish, unpublish
  show: (content: Content) => void; // after going back to an older version: its text replaces what is on the screen
  discardRecovered: () => void;
  keepMine: (current: Content) => void;
  takeTheirs: (current: Content) => void;
  forgetAside: () => void;
}

// Leaving the screen saves what is left; closing the window with something unsaved asks first.
function useLeaving(id: number, saver: Autosaver<Typed>): void {
  const queries = useQueryClient();
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => saver.isDirty() && event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      saver.stop();
      if (queries.getQueryData(sessionKey) === null) return; // the browser's copy stays for the next login
      void saver.flush().then((isSaved) => {
        saver.stop();
        if (isSaved) writeDraft(`content.${id}`, '');
      });
    };
  }, [id, queries, saver]);
}

export function useEditor(content: Content): EditorState {
  const queries = useQueryClient();
  const [kept] = useState(() => readKept(content));
  const [server, setServer] = useState(content);
  const [typed, setTyped] = useState<Typed>(kept ?? typedOf(content));
  const [isRecovered, setRecovered] = useState(kept !== null);
  const [setAside, setSetAside] = useState('');
  const [refused, refuse] = useState<Record<string, string>>({});
  const base = useRef(kept?.base_revision ?? content.revision);

  const accept = (saved: Content) => {
    base.current = saved.revision;
    setServer(saved);
    void queries.invalidateQueries({ queryKey: ['contents'] });
  };
  const save = async (value: Typed) => accept(await saveContent(content.id, { ...value, base_revision: base.current }));
  const [saver] = useState(() => new Autosaver<Typed>({ initial: typedOf(content), save, isSame: isSameText }));
  const status = useSyncExternalStore(saver.subscribe, saver.read);

  const replace = (value: Typed) => {
    setTyped(value);
    refuse({});
    saver.change(value);
  };

  useEffect(() => {
    if (kept !== null) saver.change(typedOf({ ...content, ...kept }));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, on arrival
  }, []);

  useEffect(() => {
    const rest = { ...typed, base_revision: base.current };
    writeDraft(`content.${content.id}`, saver.isDirty() ? JSON.stringify(rest) : ''); // until the server has it
  }, [content.id, saver, status, typed]);
  useLeaving(content.id, saver);

  const move = (current: Content, value: Typed) => {
    base.current = current.revision;
    setServer(current);
    setTyped(value);
    saver.resume(typedOf(current), value);
  };
  const takeTheirs = (current: Content) => {
    setSetAside(wordsOf(typed));
    move(current, typedOf(current));
  };

  const faults = { ...refused, ...(status.kind === 'rejected' ? status.fields : {}) };
  const state = { faults, refuse, server, typed, status, isRecovered, setAside };
  return {
    ...state,
    type: (change) => replace({ ...typed, ...change }),
    flush: () => saver.flush(),
    currentStatus: saver.read,
    pauseAt: (error) => saver.pauseAt(error),
    revision: () => base.current,
    accept,
    show: (content) => move(content, typedOf(content)),
    discardRecovered: () => {
      setRecovered(false);
      takeTheirs(server);
    },
    keepMine: (current) => move(current, typed),
    takeTheirs,
    forgetAside: () => setSetAside(''),
  };
}

// The state of one text being written: what is typed, what the server holds, and the road between the two.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { saveContent } from '../../api/contents';
import { sessionKey } from '../../api/session';
import type { Content } from '../../api/types';
import { readDraft, writeDraft } from '../../components/local_draft';
import { Autosaver, type SaveStatus } from './autosave';

export interface Typed {
  title: string;
  summary: string;
  body_markdown: string;
  expires_at: number | null;
}

interface Kept extends Typed {
  base_revision: number;
}

export function typedOf(content: Content): Typed {
  const { title, summary, body_markdown, expires_at } = content;
  return { title, summary, body_markdown, expires_at };
}

export function isSameText(a: Typed, b: Typed): boolean {
  return a.title === b.title && a.summary === b.summary && a.body_markdown === b.body_markdown && a.expires_at === b.expires_at;
}

// Text that an earlier visit could not save.
function readKept(content: Content): Kept | null {
  try {
    const kept = JSON.parse(readDraft(`content.${content.id}`)) as Kept;
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
  accept: (content: Content) => void; // after publish, unpublish
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
    setSetAside(`${typed.title}\n\n${typed.summary}\n\n${typed.body_markdown}`);
    move(current, typedOf(current));
  };

  const state = { server, typed, status, isRecovered, setAside };
  return {
    ...state,
    type: (change) => replace({ ...typed, ...change }),
    flush: () => saver.flush(),
    currentStatus: saver.read,
    pauseAt: (error) => saver.pauseAt(error),
    revision: () => base.current,
    accept,
    discardRecovered: () => {
      setRecovered(false);
      takeTheirs(server);
    },
    keepMine: (current) => move(current, typed),
    takeTheirs,
    forgetAside: () => setSetAside(''),
  };
}

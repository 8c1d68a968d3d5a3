// The state of one procedure being changed: what is on the screen, what the server holds, and the road between the two.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { saveProcedureDraft } from '../../api/procedure_drafts';
import { sessionKey } from '../../api/session';
import type { ProcedureDraft } from '../../api/types';
import { readDraft, writeDraft } from '../../components/local_draft';
import { Autosaver, type SaveStatus } from '../editor/autosave';
import { asDefinition, type Definition } from './definition';

interface Kept {
  version: number;
  definition: Definition;
}

export interface BuilderState {
  server: ProcedureDraft; // as of the last save
  definition: Definition;
  status: SaveStatus;
  isRecovered: boolean;
  version: () => number;
  change: (definition: Definition) => void;
  flush: () => Promise<boolean>;
  keepMine: (current: ProcedureDraft) => void;
  takeTheirs: (current: ProcedureDraft) => void;
}

const isSame = (one: Definition, other: Definition) => one === other || JSON.stringify(one) === JSON.stringify(other);
const keptName = (slug: string) => `procedure.${slug}`;

// What an earlier visit could not save.
function readKept(draft: ProcedureDraft): Kept | null {
  try {
    const kept = JSON.parse(readDraft(keptName(draft.slug))) as Kept;
    const definition = asDefinition(kept.definition);
    return isSame(definition, asDefinition(draft.definition)) ? null : { version: kept.version, definition };
  } catch {
    return null;
  }
}

function useLeaving(slug: string, saver: Autosaver<Definition>): void {
  const queries = useQueryClient();
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => saver.isDirty() && event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      saver.stop();
      if (queries.getQueryData(sessionKey) === null) return; // the browser's copy stays for the next login
      void saver.flush().then(() => {
        saver.stop();
        void queries.invalidateQueries({ queryKey: ['procedures'] });
      });
    };
  }, [slug, queries, saver]);
}

export function useBuilder(draft: ProcedureDraft): BuilderState {
  const [kept] = useState(() => readKept(draft));
  const [server, setServer] = useState(draft);
  const [definition, setDefinition] = useState(() => kept?.definition ?? asDefinition(draft.definition));
  const [isRecovered, setRecovered] = useState(kept !== null);
  const version = useRef(kept?.version ?? draft.version);

  const [saver] = useState(
    () =>
      new Autosaver<Definition>({
        initial: asDefinition(draft.definition),
        isSame,
        save: async (value) => {
          const saved = await saveProcedureDraft(draft.slug, version.current, value);
          version.current = saved.version;
          setServer(saved);
          writeDraft(keptName(draft.slug), '');
        },
      }),
  );
  const status = useSyncExternalStore(saver.subscribe, saver.read);
  useLeaving(draft.slug, saver);
  useEffect(() => {
    if (kept !== null) saver.change(kept.definition);
  }, [kept, saver]);

  const change = (next: Definition) => {
    setDefinition(next);
    setRecovered(false);
    writeDraft(keptName(draft.slug), JSON.stringify({ version: version.current, definition: next } satisfies Kept));
    saver.change(next);
  };
  const goOnFrom = (current: ProcedureDraft, value: Definition) => {
    version.current = current.version;
    setServer(current);
    setDefinition(value);
    saver.resume(asDefinition(current.definition), value);
  };
  return {
    server,
    definition,
    status,
    isRecovered,
    version: () => version.current,
    change,
    flush: () => saver.flush(),
    keepMine: (current) => goOnFrom(current, definition),
    takeTheirs: (current) => {
      writeDraft(keptName(draft.slug), '');
      goOnFrom(current, asDefinition(current.definition));
    },
  };
}

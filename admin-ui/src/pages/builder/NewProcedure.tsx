// Begins a procedure: blank, as a copy, or from a file; then leads to the screen that changes it.
import { Button, TextInput } from '@mantine/core';
import { useRef, useState, type ChangeEvent, type FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { ApiError } from '../../api/errors';
import { useBeginProcedure } from '../../api/procedure_drafts';
import type { NewProcedure as Begin } from '../../api/types';
import { Dialog } from '../../components/Dialog';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';

export interface Copied {
  slug: string;
  title: string;
}

function useBeginning() {
  const navigate = useNavigate();
  const begin = useBeginProcedure();
  const start = (body: Begin) => begin.mutate(body, { onSuccess: ({ slug }) => navigate(`/demarches/${slug}/modifier`) });
  return { begin, start };
}

export function NewProcedureDialog({ copied, onClose }: { copied: Copied | null; onClose: () => void }) {
  const words = fr.builderList;
  const { begin, start } = useBeginning();
  const [title, setTitle] = useState('');
  const [isMissing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(title.trim() === '');
    if (title.trim() !== '') start(copied === null ? { title: title.trim() } : { title: title.trim(), copy_of: copied.slug });
  };
  const refused = begin.error instanceof ApiError ? begin.error.fields.title : undefined;
  return (
    <Dialog opened title={copied === null ? words.createTitle : words.copyTitle(copied.title)} onClose={onClose}>
      <form className="stack" onSubmit={send}>
        <p>{copied === null ? words.createText : words.copyText}</p>
        <TextInput label={words.name} maxLength={160} value={title} error={isMissing ? words.required : refused} onChange={(event) => setTitle(event.currentTarget.value)} data-autofocus />
        {refused === undefined && <Failure error={begin.error} />}
        <div className="dialog-actions">
          <Button variant="default" onClick={onClose}>
            {fr.common.cancel}
          </Button>
          <Button type="submit" loading={begin.isPending}>
            {words.start}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

// A file of another commune, or a copy that was kept.
export function ImportProcedure() {
  const words = fr.builderList;
  const { begin, start } = useBeginning();
  const input = useRef<HTMLInputElement>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    if (file === undefined) return;
    try {
      const definition: unknown = JSON.parse(await file.text());
      if (definition === null || typeof definition !== 'object' || Array.isArray(definition)) throw new TypeError('no object');
      setUnreadable(false);
      start({ definition: definition as Record<string, unknown> });
    } catch {
      setUnreadable(true);
    }
    if (input.current !== null) input.current.value = '';
  };
  const refused = begin.error instanceof ApiError ? (begin.error.fields.definition ?? begin.error.message) : undefined;
  return (
    <div className="import-procedure">
      <Button variant="default" loading={begin.isPending} onClick={() => input.current?.click()}>
        {words.import}
      </Button>
      <input ref={input} className="sr-only" type="file" tabIndex={-1} aria-label={words.import} accept=".json,application/json" onChange={(event) => void read(event)} />
      <div role="alert">{(isUnreadable || refused !== undefined) && <p className="field-error">{isUnreadable ? words.unreadable : refused}</p>}</div>
    </div>
  );
}

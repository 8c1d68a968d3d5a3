// A draft: its file, its form, its publication.
import { Alert, Button } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { actFilePath, useDeleteAct, useGiveActFile, usePublishAct, useSaveAct, type Act, type ActTables } from '../../api/acts';
import { ApiError } from '../../api/errors';
import { useAnnounce } from '../../app/Announcer';
import { Confirm } from '../../components/Confirm';
import { Failure } from '../../components/Failure';
import { sizeText } from '../../components/time';
import { fr } from '../../locales/fr';
import { ActForm } from './ActForm';
import { dayText, editOf, textOf } from './edit';

const words = fr.acts;

function FileSection({ act }: { act: Act }) {
  const announce = useAnnounce();
  const give = useGiveActFile(act.id);
  const refused = give.error instanceof ApiError ? give.error.fields['file'] : undefined;
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) give.mutate(file, { onSuccess: () => announce(words.fileSaved) });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  };
  return (
    <section className="panel act-file" aria-labelledby="fichier" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <h2 id="fichier">{words.file}</h2>
      <p className="quiet">{words.fileHint}</p>
      {act.file !== null && (
        <p>
          {words.given(act.file.name, sizeText(act.file.size_bytes))} · <a href={actFilePath(act.id)}>{words.download}</a>
        </p>
      )}
      {refused === undefined ? <Failure error={give.error} /> : <p className="field-error" role="alert">{refused}</p>}
      <label className="act-choose">
        {act.file === null ? words.choose : words.replaceFile}
        <input type="file" accept=".pdf,application/pdf" disabled={give.isPending} onChange={(event) => take(event.currentTarget.files)} />
      </label>
    </section>
  );
}

function PublishDialog({ act, onClose }: { act: Act; onClose: () => void }) {
  const announce = useAnnounce();
  const publish = usePublishAct(act.id);
  const confirm = () => publish.mutate(act.version, { onSuccess: () => announce(words.published) });
  return (
    <Confirm opened title={words.publishTitle} action={words.publish} isBusy={publish.isPending} error={publish.error} onConfirm={confirm} onClose={onClose}>
      <p>
        <strong>{act.name}</strong>, {dayText(act.decided_on)}
        <br />
        {act.object}
        <br />
        {act.file !== null && words.given(act.file.name, sizeText(act.file.size_bytes))}
      </p>
      <p>{words.publishText}</p>
    </Confirm>
  );
}

function PublishSection({ act, isDirty }: { act: Act; isDirty: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const lacks = [...new Set(Object.values(act.lacks))];
  return (
    <section className="panel" aria-labelledby="publier">
      <h2 id="publier">{words.publish}</h2>
      {lacks.length > 0 && (
        <>
          <p>{words.lacks}</p>
          <ul>
            {lacks.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {lacks.length === 0 && isDirty && <p>{words.unsaved}</p>}
      {lacks.length === 0 && !isDirty && <Button onClick={() => setOpen(true)}>{words.publish}</Button>}
      {isOpen && <PublishDialog act={act} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Remove({ act, onClose }: { act: Act; onClose: () => void }) {
  const announce = useAnnounce();
  const navigate = useNavigate();
  const remove = useDeleteAct(act.id);
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        announce(words.removed);
        void navigate('/actes');
      },
    });
  return (
    <Confirm opened title={words.removeTitle} action={words.remove} tone="red" isBusy={remove.isPending} error={remove.error} onConfirm={confirm} onClose={onClose}>
      <p>{words.removeText}</p>
    </Confirm>
  );
}

export function Draft({ act, tables }: { act: Act; tables: ActTables }) {
  const announce = useAnnounce();
  const [isDirty, setDirty] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const save = useSaveAct(act.id);
  return (
    <div className="stack-wide narrow">
      {act.replaces !== null && (
        <Alert color="ochre" variant="light" role="note">
          {words.isReplacement}
        </Alert>
      )}
      <FileSection act={act} />
      <ActForm
        kind={act.kind} tables={tables} initial={editOf(act)} action={words.save} error={save.error} isSaving={save.isPending}
        onChange={() => setDirty(true)}
        onSave={(edit) =>
          save.mutate(
            { ...textOf(edit), base_version: act.version },
            {
              onSuccess: () => {
                setDirty(false);
                announce(words.saved);
              },
            },
          )
        }
      >
        <button type="button" className="plain-button danger" onClick={() => setRemoving(true)}>
          {words.remove}
        </button>
      </ActForm>
      <PublishSection act={act} isDirty={isDirty} />
      {isRemoving && <Remove act={act} onClose={() => setRemoving(false)} />}
    </div>
  );
}

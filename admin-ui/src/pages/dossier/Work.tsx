// Who sees to the case, until when, with which labels; notes among colleagues.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useAddNote, useChangeWork, type WorkEdit } from '../../api/cases';
import type { Dossier } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Failure } from '../../components/Failure';
import { useDraft } from '../../components/local_draft';
import { dateTimeText, isoDayText } from '../../components/time';
import { fr } from '../../locales/fr';

const words = fr.caseWork;

type Edit = Required<Omit<WorkEdit, 'labels'>> & { labels: string };

function savedOf({ work, clocks }: Dossier): Edit {
  return {
    assignee_id: work.assignee_id ?? 0,
    due_on: clocks.due_on ?? '',
    status: work.status,
    labels: work.labels.join(', '),
    kept_until: work.kept_until ?? '',
  };
}

// Only what was changed here: a colleague may have changed the rest meanwhile.
function bodyOf({ labels, ...rest }: Partial<Edit>): WorkEdit {
  if (labels === undefined) return rest;
  return { ...rest, labels: labels.split(',').map((label) => label.trim()).filter((label) => label !== '') };
}

function WorkForm({ dossier }: { dossier: Dossier }) {
  const announce = useAnnounce();
  const change = useChangeWork(dossier.id);
  const [typed, setTyped] = useState<Partial<Edit>>({});
  const edit = { ...savedOf(dossier), ...typed };
  const type = (part: Partial<Edit>) => setTyped({ ...typed, ...part });
  const { work } = dossier;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = () => {
      setTyped({});
      announce(words.saved);
    };
    change.mutate(bodyOf(typed), { onSuccess: done });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <NativeSelect
        label={words.assignee}
        value={String(edit.assignee_id)}
        data={[{ value: '0', label: words.nobody }, ...work.agents.map(({ id, name }) => ({ value: String(id), label: name }))]}
        onChange={(event) => type({ assignee_id: Number(event.currentTarget.value) })}
      />
      {work.statuses.length > 0 && dossier.state === 'in_progress' && (
        <NativeSelect
          label={words.status}
          description={words.statusHint}
          value={edit.status}
          data={[{ value: '', label: words.noStatus }, ...work.statuses.map(({ id, label }) => ({ value: id, label }))]}
          onChange={(event) => type({ status: event.currentTarget.value })}
        />
      )}
      <TextInput type="date" label={words.due} value={edit.due_on} onChange={(event) => type({ due_on: event.currentTarget.value })} />
      <TextInput
        label={words.labels}
        description={words.labelsHint}
        list="etiquettes"
        value={edit.labels}
        onChange={(event) => type({ labels: event.currentTarget.value })}
      />
      <datalist id="etiquettes">
        {work.known_labels.map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
      {work.forgotten_after !== null && (
        <TextInput
          type="date"
          label={words.kept}
          description={words.keptHint(isoDayText(work.forgotten_after))}
          value={edit.kept_until}
          onChange={(event) => type({ kept_until: event.currentTarget.value })}
        />
      )}
      <Failure error={change.error} />
      <Button type="submit" variant="default" loading={change.isPending}>
        {words.save}
      </Button>
    </form>
  );
}

function NoteForm({ id }: { id: number }) {
  const announce = useAnnounce();
  const add = useAddNote(id);
  const [text, setText] = useDraft(`note.${id}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const done = () => {
      setText('');
      announce(words.noteAdded);
    };
    add.mutate(text.trim(), { onSuccess: done });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Textarea label={words.newNote} description={words.noteHint} rows={3} maxLength={5000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Failure error={add.error} />
      <div>
        <Button type="submit" variant="default" loading={add.isPending} disabled={text.trim() === ''}>
          {words.addNote}
        </Button>
      </div>
    </form>
  );
}

export function Notes({ dossier }: { dossier: Dossier }) {
  return (
    <section className="panel" aria-labelledby="notes">
      <h2 id="notes">{words.notes}</h2>
      {dossier.work.notes.length === 0 && <p className="quiet">{words.noNote}</p>}
      <ul className="notes">
        {dossier.work.notes.map((note) => (
          <li key={note.id}>
            <span className="history-head">
              {note.author}, {dateTimeText(note.created_at)}
            </span>
            <p className="as-typed">{note.body}</p>
          </li>
        ))}
      </ul>
      <NoteForm id={dossier.id} />
    </section>
  );
}

export function Work({ dossier }: { dossier: Dossier }) {
  return (
    <section className="case-facts case-work" aria-labelledby="suivi">
      <h2 id="suivi">{words.title}</h2>
      <p className="quiet">{words.intro}</p>
      <WorkForm dossier={dossier} />
    </section>
  );
}

// The form of an act: fields by kind, votes counted while they are typed, nothing typed is lost when it is refused.
import { Button, TextInput, Textarea } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ActKind, ActTables } from '../../api/acts';
import { ApiError } from '../../api/errors';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';
import { voteNames, votesFault, type Edit, type TextName } from './edit';

const words = fr.acts;

interface FormProps {
  kind: ActKind;
  tables: ActTables;
  initial: Edit;
  action: string;
  error: unknown;
  isSaving: boolean;
  onChange?: () => void;
  onSave: (edit: Edit) => void;
  children?: ReactNode;
}

function Section({ title, hint, children }: { title: string; hint?: string | undefined; children: ReactNode }) {
  return (
    <fieldset className="panel section">
      <legend>{title}</legend>
      {hint !== undefined && <p className="quiet">{hint}</p>}
      {children}
    </fieldset>
  );
}

function VoteLine({ edit, refused }: { edit: Edit; refused: string | undefined }) {
  const isTyped = voteNames.some((name) => edit[name].trim() !== '');
  const fault = votesFault(edit) ?? refused;
  return (
    <p role="status" className={fault ? 'field-error' : 'quiet'}>
      {fault ?? (isTyped ? words.votesRight : '')}
    </p>
  );
}

export function ActForm({ kind, tables, initial, action, error, isSaving, onChange, onSave, children }: FormProps) {
  const [edit, setEdit] = useState(initial);
  const fields = error instanceof ApiError ? error.fields : {};
  const info = tables.kinds.find(({ key }) => key === kind);
  const isMeeting = info?.needs_meeting === true;
  const change = (name: keyof Edit, value: string) => {
    setEdit((current) => ({ ...current, [name]: value }));
    onChange?.();
  };
  const text = (name: TextName) => ({
    value: edit[name], error: fields[name], onChange: (event: { currentTarget: { value: string } }) => change(name, event.currentTarget.value),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(edit);
  };
  return (
    <form className="stack-wide narrow" onSubmit={submit} noValidate>
      <Section title={words.what}>
        <Textarea label={words.object} description={words.objectHint} rows={3} maxLength={500} {...text('object')} />
        <TextInput label={words.number} description={words.numberHint} maxLength={40} {...text('number')} />
        <TextInput label={words.decided} type="date" {...text('decided_on')} />
        {isMeeting && <TextInput label={words.meeting} type="date" {...text('meeting_on')} />}
        {kind === 'proces_verbal' && <TextInput label={words.approved} type="date" {...text('approved_on')} />}
      </Section>
      {(kind === 'arrete' || kind === 'decision' || kind === 'autre') && (
        <Section title={words.author} hint={kind === 'arrete' ? words.authorHint : undefined}>
          <TextInput label={words.firstName} maxLength={80} {...text('author_first_name')} />
          <TextInput label={words.name} maxLength={80} {...text('author_name')} />
          <TextInput label={words.quality} maxLength={120} {...text('author_quality')} />
        </Section>
      )}
      <Section title={words.subject}>
        <TextInput label={words.subjectCode} description={words.subjectHint} maxLength={4} list="matieres" {...text('subject_code')} />
        <datalist id="matieres">
          {tables.subjects.map(({ code, path }) => (
            <option key={code} value={code} label={`${code} ${path}`} />
          ))}
        </datalist>
        <TextInput label={words.subjectLabel} maxLength={120} {...text('subject_label')} />
      </Section>
      {kind === 'deliberation' && (
        <Section title={words.votes} hint={words.votesHint}>
          <div className="act-votes">
            {voteNames.map((name) => (
              <TextInput
                key={name} label={words.vote[name]} inputMode="numeric" maxLength={4} value={edit[name]}
                onChange={(event) => change(name, event.currentTarget.value)}
              />
            ))}
          </div>
          <VoteLine edit={edit} refused={fields['votes']} />
        </Section>
      )}
      <Section title={words.budget}>
        <TextInput label={words.budgetYear} inputMode="numeric" maxLength={9} {...text('budget_year')} />
        <TextInput label={words.budgetName} maxLength={120} {...text('budget_name')} />
        <TextInput label={words.prefectureId} maxLength={60} {...text('prefecture_id')} />
        <TextInput label={words.prefectureOn} type="date" {...text('prefecture_on')} />
      </Section>
      <div className="save-bar">
        <Failure error={error} />
        <Button type="submit" loading={isSaving}>
          {action}
        </Button>
        {children}
      </div>
    </form>
  );
}

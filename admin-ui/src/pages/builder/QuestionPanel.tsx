// One question being changed: its words, whether it must be answered, its settings, when it is asked.
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { fr } from '../../locales/fr';
import { ConditionFields } from './ConditionFields';
import { earlierQuestions, textOf, type Definition, type Json, type Question } from './definition';
import { Formats, GroupQuestions, Options, Statement } from './Options';
import { questionTypes, type Setting } from './types';

type Change = (change: Partial<Question>) => void;

const wholeOrNothing = (text: string): number | undefined => (/^-?\d+$/.test(text.trim()) ? Number(text.trim()) : undefined);
const centsOf = (text: string): number | undefined => (/^\d+([.,]\d{1,2})?$/.test(text.trim()) ? Math.round(Number(text.trim().replace(',', '.')) * 100) : undefined);
const eurosOf = (cents: unknown): string => (typeof cents === 'number' ? (cents / 100).toFixed(2).replace('.', ',').replace(',00', '') : '');

function DateBound({ label, value, onChange }: { label: string; value: unknown; onChange: (value: string | undefined) => void }) {
  const kind = value === undefined ? 'free' : value === 'today' ? 'today' : 'fixed';
  const kinds = [
    { value: 'free', label: fr.builder.dateFree },
    { value: 'today', label: fr.builder.dateToday },
    { value: 'fixed', label: fr.builder.dateFixed },
  ];
  const pick = (next: string) => onChange(next === 'free' ? undefined : next === 'today' ? 'today' : new Date().toISOString().slice(0, 10));
  return (
    <div className="field-pair">
      <NativeSelect label={label} value={kind} data={kinds} onChange={(event) => pick(event.currentTarget.value)} />
      {kind === 'fixed' && <TextInput type="date" label={`${label}, ${fr.builder.dateValue.toLowerCase()}`} value={textOf(value)} onChange={(event) => onChange(event.currentTarget.value)} />}
    </div>
  );
}

function SettingField({ setting, question, onChange }: { setting: Setting; question: Question; onChange: Change }) {
  const { kind, name } = setting;
  const label = fr.builder.settings[name] ?? name;
  const value = question[name];
  const set = (next: unknown) => onChange({ [name]: next as Json | undefined });
  switch (kind) {
    case 'options': return <Options value={value} onChange={set} />;
    case 'statement': return <Statement value={value} onChange={set} />;
    case 'formats': return <Formats value={value} onChange={set} />;
    case 'questions': return <GroupQuestions value={value} onChange={set} />;
    case 'date': return <DateBound label={label} value={value} onChange={set} />;
    case 'flag': return <Checkbox label={label} checked={value === true} onChange={(event) => set(event.currentTarget.checked || undefined)} />;
    case 'number': return <TextInput className="short-field" inputMode="numeric" label={label} defaultValue={typeof value === 'number' ? String(value) : ''} onChange={(event) => set(wholeOrNothing(event.currentTarget.value))} />;
    case 'cents': return <TextInput className="short-field" inputMode="decimal" label={label} defaultValue={eurosOf(value)} onChange={(event) => set(centsOf(event.currentTarget.value))} />;
    case 'time': return <TextInput className="short-field" type="time" label={label} value={textOf(value)} onChange={(event) => set(event.currentTarget.value || undefined)} />;
    case 'size': return (
      <NativeSelect
        className="short-field"
        label={label}
        value={String(typeof value === 'number' ? Math.max(1, Math.round(value / 1024 / 1024)) : 10)}
        data={[1, 2, 5, 10].map((megabytes) => ({ value: String(megabytes), label: fr.builder.size(megabytes) }))}
        onChange={(event) => set(Number(event.currentTarget.value) * 1024 * 1024)}
      />
    );
    case 'text': return <TextInput label={label} maxLength={100} value={textOf(value)} onChange={(event) => set(event.currentTarget.value)} />;
  }
}

interface Props {
  definition: Definition;
  page: number;
  field: number;
  question: Question;
  onChange: Change;
}

export function QuestionPanel({ definition, page, field, question, onChange }: Props) {
  const type = questionTypes[question.type];
  const isNote = question.type === 'note';
  const words = isNote ? fr.builder.noteLabel : question.type === 'title' ? fr.builder.titleLabel : fr.builder.label;
  return (
    <div className="stack question-panel">
      {isNote ? (
        <Textarea label={words} rows={4} maxLength={5_000} data-first value={textOf(question.label)} onChange={(event) => onChange({ label: event.currentTarget.value })} />
      ) : (
        <TextInput label={words} maxLength={300} data-first value={textOf(question.label)} onChange={(event) => onChange({ label: event.currentTarget.value })} />
      )}
      {!isNote && (
        <TextInput label={fr.builder.hint} description={fr.builder.hintHelp} maxLength={500} value={textOf(question.hint)} onChange={(event) => onChange({ hint: event.currentTarget.value || undefined })} />
      )}
      {type?.asks === true && <Checkbox label={fr.builder.required} checked={question.required === true} onChange={(event) => onChange({ required: event.currentTarget.checked })} />}
      {type === undefined && <p className="quiet">{fr.builder.otherType(question.type)}</p>}
      {type?.settings.map((setting) => <SettingField key={setting.name} setting={setting} question={question} onChange={onChange} />)}
      <ConditionFields
        name={`when-${question.id}`}
        question={fr.builder.when}
        value={question.show_if}
        earlier={earlierQuestions(definition, { page, field })}
        onChange={(show_if) => onChange({ show_if })}
      />
    </div>
  );
}

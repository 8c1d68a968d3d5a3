// The answers to choose from, formats of files, the questions of a block that repeats: settings that are lists.
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { fr } from '../../locales/fr';
import { freeOptionValue, listOf, moved, textOf, type Json, type Option, type Question } from './definition';
import { questionTypes, typesInGroup } from './types';

interface ListProps<T> {
  value: unknown;
  onChange: (value: T[]) => void;
}

function Tools({ index, total, onMove, onRemove }: { index: number; total: number; onMove: (to: number) => void; onRemove: () => void }) {
  const which = <span className="sr-only">{fr.builder.answer(index + 1)}</span>;
  return (
    <div className="block-tools">
      <button type="button" className="tool" aria-disabled={index === 0} onClick={() => onMove(index - 1)}>
        <IconArrowUp size={20} aria-hidden />
        <span className="sr-only">{fr.builder.up}</span> {which}
      </button>
      <button type="button" className="tool" aria-disabled={index === total - 1} onClick={() => onMove(index + 1)}>
        <IconArrowDown size={20} aria-hidden />
        <span className="sr-only">{fr.builder.down}</span> {which}
      </button>
      <button type="button" className="tool" aria-label={fr.builder.removeAnswer(index + 1)} onClick={onRemove}>
        <IconTrash size={20} aria-hidden />
      </button>
    </div>
  );
}

export function Options({ value, onChange }: ListProps<Option>) {
  const options = listOf<Option>(value);
  return (
    <fieldset className="block-item">
      <legend>{fr.builder.answers}</legend>
      {options.map((option, index) => (
        <div key={option.value} className="field-and-button answer-row">
          <TextInput
            label={fr.builder.answer(index + 1)}
            maxLength={200}
            value={textOf(option.label)}
            onChange={(event) => onChange(options.map((known, at) => (at === index ? { ...known, label: event.currentTarget.value } : known)))}
          />
          <Tools index={index} total={options.length} onMove={(to) => onChange(moved(options, index, to))} onRemove={() => onChange(options.filter((_option, at) => at !== index))} />
        </div>
      ))}
      <div>
        <Button variant="default" onClick={() => onChange([...options, { value: freeOptionValue(options), label: '' }])}>
          {fr.builder.addAnswer}
        </Button>
      </div>
    </fieldset>
  );
}

// The only option of a consent: what ticking means.
export function Statement({ value, onChange }: ListProps<Option>) {
  const [option] = listOf<Option>(value);
  return (
    <TextInput
      label={fr.builder.statement}
      maxLength={300}
      value={textOf(option?.label)}
      onChange={(event) => onChange([{ ...option, value: option?.value ?? 'oui', label: event.currentTarget.value }])}
    />
  );
}

export function Formats({ value, onChange }: ListProps<string>) {
  const known = listOf<string>(value);
  const chosen = known.length === 0 ? ['pdf', 'jpeg', 'png'] : known; // what the server takes when nothing is said
  return (
    <Checkbox.Group label={fr.builder.formats} value={chosen} onChange={onChange}>
      <div className="check-grid">
        {Object.entries(fr.builder.formatNames).map(([format, name]) => (
          <Checkbox key={format} value={format} label={name} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

// Each has one control: a label and a kind are enough.
export function GroupQuestions({ value, onChange }: ListProps<Question>) {
  const questions = listOf<Question>(value);
  const change = (index: number, next: Partial<Question>) => onChange(questions.map((known, at) => (at === index ? ({ ...known, ...next } as Question) : known)));
  const withType = (question: Question, type: string) => {
    const { options: _gone, ...rest } = question;
    return { ...rest, type, ...(type === 'choice' ? { options: questionTypes.choice?.start.options as Json } : {}) };
  };
  const free = () => {
    let number = questions.length + 1;
    while (questions.some(({ id }) => id === `nom_${number}`)) number += 1;
    return `nom_${number}`;
  };
  return (
    <fieldset className="block-item">
      <legend>{fr.builder.parts_of_group}</legend>
      {questions.map((question, index) => (
        <div key={question.id} className="group-part">
          <div className="field-pair">
            <TextInput label={fr.builder.label} maxLength={200} value={textOf(question.label)} onChange={(event) => change(index, { label: event.currentTarget.value })} />
            <NativeSelect
              label={fr.builder.type}
              value={question.type}
              data={[...new Set([...typesInGroup, question.type])].map((type) => ({ value: type, label: fr.builder.types[type]?.name ?? type }))}
              onChange={(event) => onChange(questions.map((known, at) => (at === index ? (withType(known, event.currentTarget.value) as Question) : known)))}
            />
          </div>
          {question.type === 'choice' && <Options value={question.options} onChange={(options) => change(index, { options: options as unknown as Json })} />}
          <div className="group-part-tools">
            <Checkbox label={fr.builder.required} checked={question.required === true} onChange={(event) => change(index, { required: event.currentTarget.checked })} />
            <Tools index={index} total={questions.length} onMove={(to) => onChange(moved(questions, index, to))} onRemove={() => onChange(questions.filter((_question, at) => at !== index))} />
          </div>
        </div>
      ))}
      <div>
        <Button variant="default" onClick={() => onChange([...questions, { id: free(), type: 'text', label: '', required: true }])}>
          {fr.builder.addPart}
        </Button>
      </div>
    </fieldset>
  );
}

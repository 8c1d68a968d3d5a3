// "Seulement selon une réponse": conditions in words, for a question or a page.
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { fr } from '../../locales/fr';
import { answersOf, canBeAsked, readCondition, writeCondition, type Row, type Sentence } from './conditions';
import type { Json, Question } from './definition';

interface Props {
  name: string; // of what is shown: names must differ on the screen
  question: string;
  value: unknown;
  earlier: Question[]; // what may be looked at
  onChange: (value: Json | undefined) => void;
}

function RowFields({ row, choices, onChange, onRemove }: { row: Row; choices: Question[]; onChange: (row: Row) => void; onRemove: () => void }) {
  const chosen = choices.find(({ id }) => id === row.field);
  const toggle = (value: string, isOn: boolean) => onChange({ ...row, values: isOn ? [...row.values, value] : row.values.filter((known) => known !== value) });
  return (
    <fieldset className="block-item">
      <legend className="sr-only">{fr.builder.ifQuestion}</legend>
      <div className="field-pair">
        <NativeSelect
          label={fr.builder.ifQuestion}
          value={row.field}
          data={[...(chosen === undefined ? [{ value: row.field, label: fr.builder.goneQuestion }] : []), ...choices.map(({ id, label }) => ({ value: id, label: fr.builder.question(label) }))]}
          onChange={(event) => onChange({ ...row, field: event.currentTarget.value, values: [] })}
        />
        <NativeSelect
          label={fr.builder.isOrNot}
          value={row.isNot ? 'not' : 'is'}
          data={[
            { value: 'is', label: fr.builder.is },
            { value: 'not', label: fr.builder.isNot },
          ]}
          onChange={(event) => onChange({ ...row, isNot: event.currentTarget.value === 'not' })}
        />
      </div>
      <Checkbox.Group label={fr.builder.values} value={row.values}>
        <div className="check-grid">
          {answersOf(chosen).map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label || value} onChange={(event) => toggle(value, event.currentTarget.checked)} />
          ))}
        </div>
      </Checkbox.Group>
      <button type="button" className="plain-button danger" onClick={onRemove}>
        {fr.builder.removeRow}
      </button>
    </fieldset>
  );
}

function Rows({ sentence, choices, onChange }: { sentence: Sentence; choices: Question[]; onChange: (sentence: Sentence) => void }) {
  const { join, rows } = sentence;
  const first = choices[0];
  return (
    <>
      {rows.length > 1 && (
        <NativeSelect
          label={fr.builder.join}
          value={join}
          data={[
            { value: 'all', label: fr.builder.joinAll },
            { value: 'any', label: fr.builder.joinAny },
          ]}
          onChange={(event) => onChange({ rows, join: event.currentTarget.value === 'any' ? 'any' : 'all' })}
        />
      )}
      {rows.map((row, index) => (
        <RowFields
          key={index}
          row={row}
          choices={choices}
          onChange={(next) => onChange({ join, rows: rows.map((known, at) => (at === index ? next : known)) })}
          onRemove={() => onChange({ join, rows: rows.filter((_row, at) => at !== index) })}
        />
      ))}
      {first !== undefined && (
        <div>
          <Button variant="default" onClick={() => onChange({ join, rows: [...rows, { field: first.id, isNot: false, values: [] }] })}>
            {fr.builder.addRow}
          </Button>
        </div>
      )}
    </>
  );
}

export function ConditionFields({ name, question, value, earlier, onChange }: Props) {
  const choices = earlier.filter(canBeAsked);
  const first = choices[0];
  const sentence = value === undefined ? null : readCondition(value);
  if (value !== undefined && sentence === null) {
    return (
      <div>
        <p>{fr.builder.otherCondition}</p>
        <button type="button" className="plain-button danger" onClick={() => onChange(undefined)}>
          {fr.builder.removeCondition}
        </button>
      </div>
    );
  }
  const begin = () => first !== undefined && onChange(writeCondition({ join: 'all', rows: [{ field: first.id, isNot: false, values: [] }] }));
  return (
    <div className="stack">
      <NativeSelect
        name={name}
        label={question}
        description={first === undefined && sentence === null ? fr.builder.noEarlier : undefined}
        value={sentence === null ? 'always' : 'if'}
        data={[{ value: 'always', label: fr.builder.always }, ...(first === undefined && sentence === null ? [] : [{ value: 'if', label: fr.builder.onlyIf }])]}
        onChange={(event) => (event.currentTarget.value === 'if' ? begin() : onChange(undefined))}
      />
      {sentence !== null && <Rows sentence={sentence} choices={choices} onChange={(next) => onChange(writeCondition(next))} />}
    </div>
  );
}

// "Seulement selon une réponse": conditions in words, for a question or a page.
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useFormat } from '../../api/procedure_drafts';
import { fr } from '../../locales/fr';
import { answersOf, canBeAsked, firstRow, likeliest, operatorsFor, readCondition, writeCondition, type OperatorName, type Row, type Sentence } from './conditions';
import type { Json, Question } from './definition';

interface Props {
  name: string; // of what is shown: names must differ on the screen
  question: string;
  value: unknown;
  earlier: Question[]; // what may be looked at
  onChange: (value: Json | undefined) => void;
}

const centsOf = (euros: string): string => String(Math.round(Number(euros.replace(',', '.')) * 100) || 0);
const isNumber = (text: string): boolean => /^-?\d+([.,]\d{1,2})?$/.test(text.trim());

// What the answer is compared with.
function ValueField({ row, question, onChange }: { row: Row; question: Question | undefined; onChange: (values: string[]) => void }) {
  const knows = useFormat();
  const asks = operatorsFor(question, knows).find(({ name }) => name === row.operator)?.asks;
  const [value = ''] = row.values;
  const isMoney = question?.type === 'money';
  if (asks === 'nothing' || asks === undefined) return null;
  if (asks === 'moment') {
    return <TextInput className="short-field" type={question?.type === 'time' ? 'time' : 'date'} label={fr.builder.value} value={value} onChange={(event) => onChange([event.currentTarget.value])} />;
  }
  if (asks === 'number') {
    return (
      <TextInput
        className="short-field"
        inputMode="decimal"
        label={isMoney ? fr.builder.valueEuros : fr.builder.value}
        defaultValue={isMoney && value !== '' ? String(Number(value) / 100).replace('.', ',') : value}
        onChange={(event) => isNumber(event.currentTarget.value) && onChange([isMoney ? centsOf(event.currentTarget.value) : String(Math.round(Number(event.currentTarget.value.replace(',', '.'))))])}
      />
    );
  }
  return (
    <Checkbox.Group label={fr.builder.values} value={row.values} onChange={onChange}>
      <div className="check-grid">
        {answersOf(question).map((answer) => (
          <Checkbox key={answer.value} value={answer.value} label={answer.label || answer.value} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function RowFields({ row, choices, onChange, onRemove }: { row: Row; choices: Question[]; onChange: (row: Row) => void; onRemove: () => void }) {
  const knows = useFormat();
  const chosen = choices.find(({ id }) => id === row.field);
  const pick = (id: string) => {
    const question = choices.find((known) => known.id === id);
    if (question !== undefined) onChange(firstRow(question, knows));
  };
  return (
    <fieldset className="block-item">
      <legend className="sr-only">{fr.builder.ifQuestion}</legend>
      <div className="field-pair">
        <NativeSelect
          label={fr.builder.ifQuestion}
          value={row.field}
          data={[...(chosen === undefined ? [{ value: row.field, label: fr.builder.goneQuestion }] : []), ...choices.map(({ id, label }) => ({ value: id, label: fr.builder.question(label) }))]}
          onChange={(event) => pick(event.currentTarget.value)}
        />
        <NativeSelect
          label={fr.builder.isOrNot}
          value={row.operator}
          data={operatorsFor(chosen, knows).map(({ name }) => ({ value: name, label: fr.builder.operators[name] }))}
          onChange={(event) => onChange({ ...row, operator: event.currentTarget.value as OperatorName, values: [] })}
        />
      </div>
      <ValueField key={`${row.field} ${row.operator}`} row={row} question={chosen} onChange={(values) => onChange({ ...row, values })} />
      <button type="button" className="plain-button danger" onClick={onRemove}>
        {fr.builder.removeRow}
      </button>
    </fieldset>
  );
}

function Rows({ sentence, choices, onChange }: { sentence: Sentence; choices: Question[]; onChange: (sentence: Sentence) => void }) {
  const knows = useFormat();
  const { join, rows } = sentence;
  const first = likeliest(choices);
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
          <Button variant="default" onClick={() => onChange({ join, rows: [...rows, firstRow(first, knows)] })}>
            {fr.builder.addRow}
          </Button>
        </div>
      )}
    </>
  );
}

export function ConditionFields({ name, question, value, earlier, onChange }: Props) {
  const knows = useFormat();
  const choices = earlier.filter((question) => canBeAsked(question, knows));
  const first = likeliest(choices);
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
  const begin = () => first !== undefined && onChange(writeCondition({ join: 'all', rows: [firstRow(first, knows)] }));
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

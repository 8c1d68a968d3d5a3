// How often an event takes place, and the sentence that residents will read.
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Recurrence } from '../../../api/types';
import { fr } from '../../../locales/fr';
import { FaultLine, Spot, type Faults } from '../blocks/fields';
import { withPart } from './form';
import { dayNames, dayText, numberedDay, rankedDay, recurrenceWords, weekdayOf } from './recurrence_words';

interface RuleProps {
  rule: Recurrence;
  starts: string;
  faults: Faults;
  onChange: (rule: Recurrence) => void;
}

const base = 'details.recurrence';

function Weekdays({ rule, starts, faults, onChange }: RuleProps) {
  const first = weekdayOf(starts);
  const chosen = rule.weekdays ?? (first === null ? [] : [first]);
  const toggle = (day: number) => {
    const next = dayNames.map((_name, index) => index + 1).filter((known) => (known === day ? !chosen.includes(known) : chosen.includes(known)));
    onChange(withPart(rule, { weekdays: next.length === 0 ? undefined : next }));
  };
  return (
    <fieldset className="block-item" data-spot={`${base}.weekdays`}>
      <legend>{fr.details.weekdays}</legend>
      <div className="check-grid">
        {dayNames.map((name, index) => (
          <Checkbox key={name} label={name} checked={chosen.includes(index + 1)} onChange={() => toggle(index + 1)} />
        ))}
      </div>
      <FaultLine path={`${base}.weekdays`} faults={faults} />
    </fieldset>
  );
}

function Monthly({ rule, starts, onChange }: RuleProps) {
  const first = weekdayOf(starts);
  if (first === null) return null;
  return (
    <NativeSelect
      label={fr.details.monthly}
      value={rule.weekdays === undefined ? 'date' : 'rank'}
      data={[
        { value: 'date', label: numberedDay(starts) },
        { value: 'rank', label: rankedDay(starts) },
      ]}
      onChange={(event) => onChange(withPart(rule, { weekdays: event.currentTarget.value === 'rank' ? [first] : undefined }))}
    />
  );
}

function Exceptions({ rule, faults, onChange }: RuleProps) {
  const [day, setDay] = useState('');
  const days = rule.except ?? [];
  const put = (next: string[]) => onChange(withPart(rule, { except: next.length === 0 ? undefined : next }));
  const add = () => {
    if (day !== '' && !days.includes(day)) put([...days, day].sort());
    setDay('');
  };
  return (
    <div className="stack" data-spot={`${base}.except`}>
      <div className="field-and-button">
        <TextInput type="date" label={fr.details.except} value={day} error={faults[`${base}.except`]} onChange={(event) => setDay(event.currentTarget.value)} />
        <Button variant="default" onClick={add}>
          {fr.details.exceptAdd}
        </Button>
      </div>
      {days.length > 0 && (
        <ul className="tabs">
          {days.map((known) => (
            <li key={known}>
              <button type="button" className="plain-button" onClick={() => put(days.filter((other) => other !== known))}>
                {fr.details.exceptRemove(dayText(known))}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Rule(props: RuleProps) {
  const { rule, starts, faults, onChange } = props;
  const words = fr.details;
  return (
    <>
      <div className="field-pair">
        <Spot path={`${base}.interval`}>
          <TextInput
            type="number"
            min={1}
            max={99}
            label={words.interval}
            description={words.intervalHint}
            value={String(rule.interval ?? 1)}
            error={faults[`${base}.interval`]}
            onChange={(event) => onChange(withPart(rule, { interval: Math.min(99, Math.max(1, Math.trunc(Number(event.currentTarget.value)) || 1)) }))}
          />
        </Spot>
        <Spot path={`${base}.until`}>
          <TextInput
            type="date"
            label={words.until}
            description={words.untilHint}
            value={rule.until ?? ''}
            error={faults[`${base}.until`] ?? faults[`${base}.count`]}
            onChange={(event) => onChange(withPart(rule, { until: event.currentTarget.value, count: undefined }))}
          />
        </Spot>
      </div>
      {rule.every === 'week' && <Weekdays {...props} />}
      {rule.every === 'month' && <Monthly {...props} />}
      <Exceptions {...props} />
      <p className="alert-where" role="status">
        <strong>{words.inWords}</strong>{`\u00a0: ${recurrenceWords(rule, starts)}`}
      </p>
    </>
  );
}

interface RecurrenceFieldsProps {
  rule: Recurrence | undefined;
  starts: string;
  faults: Faults;
  onChange: (rule: Recurrence | undefined) => void;
}

export function RecurrenceFields({ rule, starts, faults, onChange }: RecurrenceFieldsProps) {
  const names = Object.entries(fr.details.every).map(([value, label]) => ({ value, label }));
  const choose = (every: string) => {
    if (every === 'none') return onChange(undefined);
    const { weekdays: _days, ...rest } = rule ?? {};
    onChange({ ...rest, every: every as Recurrence['every'] });
  };
  return (
    <div className="stack">
      <Spot path={`${base}.every`}>
        <NativeSelect label={fr.details.repeat} value={rule?.every ?? 'none'} data={names} error={faults[`${base}.every`]} onChange={(event) => choose(event.currentTarget.value)} />
      </Spot>
      {rule !== undefined && <Rule rule={rule} starts={starts} faults={faults} onChange={onChange} />}
    </div>
  );
}

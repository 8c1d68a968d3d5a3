// What the resident was asked to correct: which answers, and how they were before.
import { Checkbox, TextInput } from '@mantine/core';
import type { Dossier } from '../../api/types';
import { dateText } from '../../components/time';
import { fr } from '../../locales/fr';

const words = fr.corrections;

export function Corrections({ dossier }: { dossier: Dossier }) {
  const list = dossier.corrections.filter((correction) => correction.fields.length > 0);
  if (list.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="corrections">
      <h2 id="corrections">{words.title}</h2>
      <ul className="notes">
        {list.map((correction) => (
          <li key={correction.id}>
            <span className="history-head">{words.asked(correction.asked_by, dateText(correction.asked_at))}</span>
            <ul>
              {correction.fields.map((field) => (
                <li key={field.field}>
                  {field.label} <span className="quiet">{field.before === '' ? words.waiting : words.was(field.before)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PickerProps {
  dossier: Dossier;
  fields: string[];
  before: string;
  onChange: (fields: string[], before: string) => void;
}

// In the dialog that asks the resident for something.
export function CorrectionPicker({ dossier, fields, before, onChange }: PickerProps) {
  const entries = dossier.answers.flatMap((step) => step.entries);
  return (
    <>
      <fieldset className="pick-answers">
        <legend>{words.pick}</legend>
        <p className="quiet">{words.pickHint}</p>
        {entries.map((entry) => (
          <Checkbox
            key={entry.field}
            label={entry.label}
            checked={fields.includes(entry.field)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...fields, entry.field] : fields.filter((field) => field !== entry.field), before)
            }
          />
        ))}
      </fieldset>
      <TextInput type="date" label={words.before} value={before} onChange={(event) => onChange(fields, event.currentTarget.value)} />
    </>
  );
}

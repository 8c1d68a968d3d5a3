// Three fields: the message, its importance, its end. Usual alerts fill all three.
import { Button, Textarea, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { ApiError } from '../../api/errors';
import { useSession } from '../../api/session';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';
import { endInWords, endOf, faultsOf, type AlertDraft, type AlertFaults } from './alert_draft';
import { severities, templates, untils } from './templates';

const longest = 160;

interface ChoicesProps<Value extends string> {
  name: string;
  legend: string;
  values: readonly Value[];
  chosen: Value;
  labelOf: (value: Value) => string;
  hintOf?: (value: Value) => string;
  onChoose: (value: Value) => void;
}

function Choices<Value extends string>({ name, legend, values, chosen, labelOf, hintOf, onChoose }: ChoicesProps<Value>) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      <div className="alert-choices">
        {values.map((value) => (
          <label key={value} className={`alert-choice alert-choice-${value}`}>
            <input type="radio" name={name} value={value} checked={chosen === value} onChange={() => onChoose(value)} />
            <span>
              {labelOf(value)}
              {hintOf !== undefined && <span className="alert-hint">{hintOf(value)}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Usual({ onPick }: { onPick: (change: Partial<AlertDraft>) => void }) {
  return (
    <section className="stack" aria-labelledby="habituelles">
      <div>
        <h2 id="habituelles">{fr.alert.usual}</h2>
        <p className="quiet">{fr.alert.usualHint}</p>
      </div>
      <ul className="tabs">
        {templates.map(({ key, severity, until }) => (
          <li key={key}>
            <button type="button" className="tab" onClick={() => onPick({ text: fr.alert.templates[key].text, severity, until })}>
              {fr.alert.templates[key].label}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function fromServer(error: unknown): AlertFaults {
  const fields = error instanceof ApiError ? error.fields : {};
  const ends = fields.ends ?? fields['details.ends'];
  return { ...(fields.title === undefined ? {} : { text: fields.title }), ...(ends === undefined ? {} : { moment: ends }) };
}

interface AlertFormProps {
  draft: AlertDraft;
  error: unknown;
  isBusy: boolean;
  onChange: (draft: AlertDraft) => void;
  onPublish: () => void;
}

export function AlertForm({ draft, error, isBusy, onChange, onPublish }: AlertFormProps) {
  const commune = useSession().data?.commune.name ?? '';
  const [wasTried, setTried] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  const moment = useRef<HTMLInputElement>(null);
  const change = (part: Partial<AlertDraft>) => onChange({ ...draft, ...part });
  const faults: AlertFaults = { ...fromServer(error), ...(wasTried ? faultsOf(draft) : {}) };
  const pick = (part: Partial<AlertDraft>) => {
    change(part);
    text.current?.focus();
    text.current?.scrollIntoView?.({ block: 'center' });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const wrong = faultsOf(draft);
    if (wrong.text !== undefined) return text.current?.focus();
    if (wrong.moment !== undefined) return moment.current?.focus();
    onPublish();
  };
  return (
    <form className="stack-wide narrow" onSubmit={submit} noValidate>
      <Usual onPick={pick} />
      <div className="panel stack">
        <Failure error={error} />
        <div>
          <Textarea
            ref={text}
            label={fr.alert.text}
            description={fr.alert.textHint}
            rows={3}
            maxLength={longest}
            value={draft.text}
            error={faults.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          <p className="quiet">{fr.alert.left(longest - draft.text.length)}</p>
        </div>
        <Choices
          name="severity"
          legend={fr.alert.severity}
          values={severities}
          chosen={draft.severity}
          labelOf={(value) => fr.alert.severities[value]}
          hintOf={(value) => fr.alert.severityHints[value]}
          onChoose={(severity) => change({ severity })}
        />
        <Choices name="until" legend={fr.alert.until} values={untils} chosen={draft.until} labelOf={(value) => fr.alert[value]} onChoose={(until) => change({ until })} />
        {draft.until === 'otherMoment' && (
          <TextInput
            ref={moment}
            type="datetime-local"
            className="short-field"
            label={fr.alert.moment}
            value={draft.moment}
            error={faults.moment}
            onChange={(event) => change({ moment: event.currentTarget.value })}
          />
        )}
        <div className="alert-where">
          <h3>{fr.alert.whereTitle}</h3>
          <p>{fr.alert.where(commune, endInWords(endOf(draft)))}</p>
        </div>
        <div className="alert-send">
          <Button type="submit" size="lg" loading={isBusy}>
            {fr.alert.publish}
          </Button>
        </div>
      </div>
    </form>
  );
}

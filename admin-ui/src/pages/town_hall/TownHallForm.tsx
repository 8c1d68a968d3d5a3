// The form of the town hall: one save for all of it, nothing typed is lost when it is refused or left.
import { Alert, Button, Checkbox, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { ApiError } from '../../api/errors';
import type { Commune } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Failure } from '../../components/Failure';
import { fr, numberText } from '../../locales/fr';
import { HoursField } from './HoursField';
import { useTownHallEdit } from './use_town_hall_edit';

const words = fr.townHall;

type TextField = 'address' | 'postcode' | 'city' | 'phone' | 'email' | 'mayor_name';

interface Extra {
  type?: string;
  description?: string;
  inputMode?: 'numeric' | 'tel';
}

// The server names an interval as hours.2.to: one sentence above the week is enough.
function hoursError(fields: Record<string, string>): string | undefined {
  const name = Object.keys(fields).find((key) => key === 'hours' || key.startsWith('hours.'));
  return name === undefined ? undefined : fields[name];
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="panel section">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

function Identity({ commune }: { commune: Commune }) {
  const facts: [string, string][] = [
    [words.insee, commune.insee],
    [words.siren, commune.siren],
    [words.population, numberText(commune.population)],
    [words.department, commune.department],
    [words.epci, commune.epci],
  ];
  return (
    <section className="panel" aria-labelledby="identite">
      <h2 id="identite">{words.identity}</h2>
      <p className="quiet">{words.identityText}</p>
      <dl className="answers">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Recovered({ onDrop }: { onDrop: () => void }) {
  const announce = useAnnounce();
  const drop = () => {
    onDrop();
    announce(words.dropped);
    document.querySelector('h1')?.focus(); // the button that was pressed is gone
  };
  return (
    <Alert color="ochre" variant="light" role="status">
      <p>{words.recovered}</p>
      <Button variant="default" size="md" onClick={drop}>
        {words.drop}
      </Button>
    </Alert>
  );
}

export function TownHallForm({ commune }: { commune: Commune }) {
  const announce = useAnnounce();
  const { edit, hasChanges, isRecovered, change, drop, save, isSaving, error } = useTownHallEdit(commune);
  const fields = error instanceof ApiError ? error.fields : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save().then(
      () => announce(words.saved),
      () => {}, // shown in the form
    );
  };
  const text = (name: TextField, extra: Extra = {}) => ({
    value: edit[name],
    error: fields[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
    ...extra,
  });

  return (
    <form className="stack-wide narrow" onSubmit={submit} noValidate>
      {isRecovered && <Recovered onDrop={drop} />}
      <Section title={words.hours}>
        <HoursField week={edit.hours} error={hoursError(fields)} onChange={(hours) => change({ hours })} />
        <Checkbox
          label={words.confirmHours}
          checked={edit.hours_confirmed}
          onChange={(event) => change({ hours_confirmed: event.currentTarget.checked })}
        />
      </Section>
      <Section title={words.contact}>
        <TextInput label={words.address} maxLength={200} {...text('address')} />
        <div className="pair">
          <TextInput label={words.postcode} maxLength={10} {...text('postcode', { inputMode: 'numeric' })} />
          <TextInput label={words.city} maxLength={100} {...text('city')} />
        </div>
        <TextInput label={words.phone} maxLength={30} {...text('phone', { inputMode: 'tel' })} />
        <TextInput label={words.email} maxLength={254} {...text('email', { type: 'email' })} />
      </Section>
      <Section title={words.people}>
        <TextInput label={words.mayor} maxLength={100} {...text('mayor_name', { description: words.mayorHint })} />
      </Section>
      <div className="save-bar">
        {Object.keys(fields).length > 0 ? (
          <p className="field-error" role="alert">
            {words.invalid(Object.keys(fields).length)}
          </p>
        ) : (
          <Failure error={error} />
        )}
        <Button type="submit" loading={isSaving}>
          {words.save}
        </Button>
        {hasChanges && <span className="quiet">{words.unsaved}</span>}
      </div>
      <Identity commune={commune} />
    </form>
  );
}

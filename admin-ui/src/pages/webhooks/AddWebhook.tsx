// Another system to tell: its address, what it hears of, and the secret that is shown once.
import { Alert, Button, Checkbox, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ApiError } from '../../api/errors';
import { useAddWebhook, type WebhookNew } from '../../api/webhooks';
import { useAnnounce } from '../../app/Announcer';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';

const words = fr.webhooks;
type Event = WebhookNew['events'][number];
type Detail = WebhookNew['detail'];
const blank: WebhookNew = { address: '', events: ['case.sent'], detail: 'reference' };

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <Alert color="ochre" variant="light" title={words.secretTitle} role="status">
      <p>{words.secretText}</p>
      <p>
        <code className="secret">{secret}</code>
      </p>
      <Button variant="default" onClick={onClose}>
        {words.secretDone}
      </Button>
    </Alert>
  );
}

export function AddWebhook({ slug }: { slug: string }) {
  const announce = useAnnounce();
  const add = useAddWebhook(slug);
  const [input, setInput] = useState(blank);
  const [secret, setSecret] = useState('');
  const errors = add.error instanceof ApiError ? add.error.fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = ({ secret: shown }: { secret: string }) => {
      setSecret(shown);
      setInput(blank);
      announce(words.added);
    };
    add.mutate({ ...input, address: input.address.trim() }, { onSuccess: done });
  };
  const toggle = (name: Event, isOn: boolean) =>
    setInput({ ...input, events: isOn ? [...input.events, name] : input.events.filter((event) => event !== name) });
  if (secret !== '') return <Secret secret={secret} onClose={() => setSecret('')} />;
  return (
    <form className="panel narrow stack" onSubmit={submit} noValidate>
      <TextInput
        label={words.address}
        description={words.addressHint}
        inputMode="url"
        maxLength={500}
        value={input.address}
        error={errors.address}
        onChange={(event) => setInput({ ...input, address: event.currentTarget.value })}
      />
      <fieldset className="choices stack">
        <legend>{words.events}</legend>
        {errors.events !== undefined && <p className="field-error">{errors.events}</p>}
        {(Object.entries(words.eventWords) as [Event, string][]).map(([name, label]) => (
          <Checkbox key={name} label={label} checked={input.events.includes(name)} onChange={(event) => toggle(name, event.currentTarget.checked)} />
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>{words.detail}</legend>
        {(Object.entries(words.details) as [Detail, string][]).map(([detail, label]) => (
          <label key={detail} className="choice">
            <input type="radio" name="detail" checked={input.detail === detail} onChange={() => setInput({ ...input, detail })} />
            {label}
          </label>
        ))}
        <p className="quiet">{words.detailHint}</p>
      </fieldset>
      {Object.keys(errors).length === 0 && <Failure error={add.error} />}
      <div>
        <Button type="submit" loading={add.isPending}>
          {words.add}
        </Button>
      </div>
    </form>
  );
}

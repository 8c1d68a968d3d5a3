// From the client number to residents who pay: four steps in order, each says what it wants.
import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useChangeMode, useSaveAccount, useStartTrial, useTestConnection, type Regie } from '../../api/money';
import { ApiError } from '../../api/errors';
import { Confirm } from '../../components/Confirm';
import { Failure } from '../../components/Failure';
import { Badge } from '../../components/StateBadge';
import { dateText } from '../../components/time';
import { fr } from '../../locales/fr';

const words = fr.moneySettings;

function Step({ title, text, isDone, children }: { title: string; text: string; isDone: boolean; children?: ReactNode }) {
  return (
    <li className="money-step">
      <h3>{title}</h3>
      <Badge tone={isDone ? 'good' : 'waiting'}>{isDone ? words.stepDone : words.stepNow}</Badge>
      <p className="quiet">{text}</p>
      {children}
    </li>
  );
}

function Client({ regie }: { regie: Regie }) {
  const [typed, setTyped] = useState(regie.account);
  const save = useSaveAccount(regie.id);
  const fields = save.error instanceof ApiError ? save.error.fields : {};
  return (
    <>
      <TextInput label={words.client} inputMode="numeric" maxLength={8} value={typed} error={fields['account']} onChange={(event) => setTyped(event.currentTarget.value)} />
      <Failure error={save.error} />
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate({ gateway: 'payfip', account: typed.trim() })}>
        {words.saveClient}
      </Button>
    </>
  );
}

function Test({ regie }: { regie: Regie }) {
  const test = useTestConnection(regie.id);
  return (
    <>
      {regie.checked_at !== null && <p>{words.recognised(regie.checked_label, dateText(regie.checked_at))}</p>}
      <Failure error={test.error} />
      <Button variant={regie.checked_at === null ? 'filled' : 'default'} disabled={regie.gateway === 'none'} loading={test.isPending} onClick={() => test.mutate()}>
        {words.test}
      </Button>
    </>
  );
}

function Activation({ regie }: { regie: Regie }) {
  const change = useChangeMode(regie.id);
  const trial = useStartTrial(regie.id);
  return (
    <>
      <Failure error={change.error ?? trial.error} />
      {regie.mode === 'test' && (
        <Button disabled={regie.checked_at === null} loading={change.isPending} onClick={() => change.mutate('activation')}>
          {words.activate}
        </Button>
      )}
      {regie.mode === 'activation' && trial.data === undefined && (
        <Button variant="default" loading={trial.isPending} onClick={() => trial.mutate()}>
          {words.trial}
        </Button>
      )}
      {trial.data !== undefined && (
        <a href={trial.data.page_url} target="_blank" rel="noreferrer">
          {words.trialReady} <span className="sr-only">{fr.common.newTab}</span>
        </a>
      )}
    </>
  );
}

function Opening({ regie }: { regie: Regie }) {
  const [isAsked, setAsked] = useState(false);
  const change = useChangeMode(regie.id);
  return (
    <>
      {regie.mode === 'activation' && <Button onClick={() => setAsked(true)}>{words.open}</Button>}
      {regie.mode !== 'test' && (
        <button type="button" className="plain-button" onClick={() => change.mutate('test')}>
          {words.toTest}
        </button>
      )}
      {!isAsked && <Failure error={change.error} />}
      <Confirm
        opened={isAsked} title={words.openTitle} action={words.open} isBusy={change.isPending} error={change.error} onClose={() => setAsked(false)}
        onConfirm={() => change.mutate('production', { onSuccess: () => setAsked(false) })}
      >
        <p>{words.openText}</p>
      </Confirm>
    </>
  );
}

export function OnlineSteps({ regie }: { regie: Regie }) {
  return (
    <section className="panel stack narrow" aria-labelledby="en-ligne">
      <h2 id="en-ligne">{words.online}</h2>
      <p>{words.onlineText}</p>
      <p role="status">
        <Badge tone={regie.mode === 'production' ? 'good' : 'calm'}>{words.modes[regie.mode]}</Badge>
      </p>
      <ol className="stack">
        <Step title={words.step1} text={words.step1Text} isDone={regie.gateway !== 'none'}>
          <Client regie={regie} />
        </Step>
        <Step title={words.step2} text={words.step2Text} isDone={regie.checked_at !== null}>
          <Test regie={regie} />
        </Step>
        <Step title={words.step3} text={words.step3Text} isDone={regie.mode === 'production'}>
          <Activation regie={regie} />
        </Step>
        <Step title={words.step4} text={words.step4Text} isDone={regie.mode === 'production'}>
          <Opening regie={regie} />
        </Step>
      </ol>
    </section>
  );
}

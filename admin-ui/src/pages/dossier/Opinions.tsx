// The opinion of an elected member: asked by mail, read here.
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useAskOpinion, useCancelOpinion } from '../../api/cases';
import { ApiError } from '../../api/errors';
import type { Dossier } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Failure } from '../../components/Failure';
import { dateText, nowSeconds } from '../../components/time';
import { fr } from '../../locales/fr';

const words = fr.opinions;
type Opinion = Dossier['opinions'][number];

function stateOf(opinion: Opinion): string {
  if (opinion.verdict !== '') return words.verdicts[opinion.verdict];
  if (opinion.is_cancelled) return words.cancelled;
  return opinion.expires_at < nowSeconds() ? words.expired : words.waiting(dateText(opinion.expires_at));
}

function Item({ caseId, opinion }: { caseId: number; opinion: Opinion }) {
  const cancel = useCancelOpinion(caseId);
  const isWaiting = opinion.verdict === '' && !opinion.is_cancelled && opinion.expires_at >= nowSeconds();
  return (
    <li>
      <strong>{words.of(opinion.name)}</strong>&nbsp;: {stateOf(opinion)}
      <p className="as-typed quiet">{opinion.question}</p>
      {opinion.answer !== '' && <p className="as-typed">{opinion.answer}</p>}
      {isWaiting && (
        <button type="button" className="plain-button" disabled={cancel.isPending} onClick={() => cancel.mutate(opinion.id)}>
          {words.cancel} <span className="sr-only">{words.of(opinion.name)}</span>
        </button>
      )}
      <Failure error={cancel.error} />
    </li>
  );
}

function AskForm({ dossier }: { dossier: Dossier }) {
  const announce = useAnnounce();
  const ask = useAskOpinion(dossier.id);
  const empty = { name: '', email: '', question: '' };
  const [request, setRequest] = useState(empty);
  const fields = ask.error instanceof ApiError ? ask.error.fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = () => {
      setRequest(empty);
      announce(words.asked);
    };
    ask.mutate(request, { onSuccess: done });
  };
  const text = (name: keyof typeof empty) => ({
    value: request[name],
    error: fields[name],
    onChange: (event: { currentTarget: { value: string } }) => setRequest({ ...request, [name]: event.currentTarget.value }),
  });
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextInput label={words.name} maxLength={100} {...text('name')} />
      <TextInput label={words.email} type="email" maxLength={254} {...text('email')} />
      <Textarea label={words.question} rows={3} maxLength={5000} {...text('question')} />
      {Object.keys(fields).length === 0 && <Failure error={ask.error} />}
      <div>
        <Button type="submit" variant="default" loading={ask.isPending}>
          {words.ask}
        </Button>
      </div>
    </form>
  );
}

export function Opinions({ dossier }: { dossier: Dossier }) {
  return (
    <details className="panel fold" open={dossier.opinions.length > 0}>
      <summary>
        <h2>{words.title}</h2>
      </summary>
      <p className="quiet">{words.intro}</p>
      <ul className="notes">
        {dossier.opinions.map((opinion) => (
          <Item key={opinion.id} caseId={dossier.id} opinion={opinion} />
        ))}
      </ul>
      {dossier.accepts_messages && <AskForm dossier={dossier} />}
    </details>
  );
}

// Messages with the resident, and the box to answer: its draft survives a closed tab.
import { Button, Textarea } from '@mantine/core';
import { Suspense, useState, type FormEvent } from 'react';
import { useSendMessage } from '../../api/dossiers';
import type { Dossier, Message } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Failure } from '../../components/Failure';
import { useDraft } from '../../components/local_draft';
import { dateTimeText } from '../../components/time';
import { fr } from '../../locales/fr';
import { Files } from './Files';
import { LetterPicker } from './lazy_tools';

const maxLength = 5000;

function Bubble({ message }: { message: Message }) {
  return (
    <li className={`bubble bubble-${message.author_kind}`}>
      <p className="bubble-head">
        <strong>{message.author}</strong>{' '}
        <time dateTime={new Date(message.created_at * 1000).toISOString()}>{dateTimeText(message.created_at)}</time>
      </p>
      <p className="as-typed">{message.body}</p>
      {message.files.length > 0 && <Files files={message.files} />}
    </li>
  );
}

function AnswerBox({ dossier }: { dossier: Dossier }) {
  const announce = useAnnounce();
  const [text, setText] = useDraft(`dossier.${dossier.id}`);
  const [isOver, setOver] = useState(false);
  const send = useSendMessage(dossier.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setOver(text.length > maxLength);
    if (text.trim() === '' || text.length > maxLength) return;
    const sent = () => {
      setText('');
      announce(fr.dossier.sent);
    };
    send.mutate(text.trim(), { onSuccess: sent });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Suspense fallback={null}>
        <LetterPicker id={dossier.id} onPick={setText} />
      </Suspense>
      <Textarea
        label={fr.dossier.write}
        description={fr.dossier.writeHint(dossier.applicant.name)}
        rows={6}
        value={text}
        error={isOver ? fr.dossier.tooLong(maxLength) : null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Failure error={send.error} />
      <div className="answer-foot">
        <Button type="submit" loading={send.isPending} disabled={text.trim() === ''}>
          {fr.dossier.send}
        </Button>
        {text.trim() !== '' && <span className="quiet">{fr.dossier.draftKept}</span>}
      </div>
    </form>
  );
}

export function Conversation({ dossier }: { dossier: Dossier }) {
  return (
    <section className="panel" aria-labelledby="conversation">
      <h2 id="conversation">{fr.dossier.conversation}</h2>
      {dossier.messages.length === 0 && <p className="quiet">{fr.dossier.noMessage}</p>}
      <ol className="bubbles">
        {dossier.messages.map((message) => (
          <Bubble key={message.id} message={message} />
        ))}
      </ol>
      {dossier.accepts_messages ? <AnswerBox dossier={dossier} /> : <p className="quiet">{fr.dossier.over}</p>}
    </section>
  );
}

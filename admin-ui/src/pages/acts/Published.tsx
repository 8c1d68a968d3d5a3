// An act that stands: what was posted, its proof, and the little that may still happen to it.
import { Button, TextInput, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { actFilePath, useActProof, useNotePrefecture, useReplaceAct, useWithdrawAct, type Act, type ActProof } from '../../api/acts';
import { ApiError } from '../../api/errors';
import { useAnnounce } from '../../app/Announcer';
import { Confirm } from '../../components/Confirm';
import { Failure } from '../../components/Failure';
import { Loading } from '../../components/Loading';
import { dateText, dateTimeText, sizeText } from '../../components/time';
import { fr } from '../../locales/fr';
import { Attestations } from './Attestations';
import { dayText } from './edit';

const words = fr.acts;

function Facts({ act }: { act: Act }) {
  const facts: [string, string][] = [
    [words.object, act.object],
    [words.number, act.number],
    [words.decided, dayText(act.decided_on)],
    [words.author, [act.author_first_name, act.author_name, act.author_quality].filter(Boolean).join(' ')],
    [words.subject, `${act.subject_code} ${act.subject_label}`.trim()],
    [words.prefectureId, act.prefecture_id],
    [words.prefectureOn, act.prefecture_on === '' ? '' : dayText(act.prefecture_on)],
    [words.fingerprint, act.file?.sha256 ?? ''],
  ];
  return (
    <section className="panel" aria-label={words.what}>
      <dl className="answers">
        {facts.filter(([, value]) => value !== '').map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="act-value">{value}</dd>
          </div>
        ))}
      </dl>
      {act.file !== null && (
        <p>
          <a href={actFilePath(act.id)}>{words.download}</a> ({sizeText(act.file.size_bytes)})
        </p>
      )}
    </section>
  );
}

function ProofText({ proof }: { proof: ActProof }) {
  return (
    <>
      <p>{proof.is_continuous ? words.continuous : words.notContinuous}</p>
      <p className="quiet">
        {dateTimeText(proof.since)} – {dateTimeText(proof.until)} · {words.checks(proof.checks)}
      </p>
      {!proof.chain_is_whole && <p className="field-error">{words.broken}</p>}
      <ul>
        {proof.gaps.map(({ first, last }) => (
          <li key={first}>{words.gap(dayText(first), dayText(last))}</li>
        ))}
        {proof.faults.map(({ at, fault }) => (
          <li key={at}>
            {dateTimeText(at)} : {words.fault[fault]}
          </li>
        ))}
      </ul>
    </>
  );
}

function Proof({ id }: { id: number }) {
  const proof = useActProof(id);
  return (
    <section className="panel" aria-labelledby="preuve">
      <h2 id="preuve">{words.proof}</h2>
      {proof.isPending && <Loading />}
      <Failure error={proof.error} onRetry={() => void proof.refetch()} />
      {proof.data !== undefined && <ProofText proof={proof.data} />}
      <Attestations id={id} />
    </section>
  );
}

function Receipt({ act }: { act: Act }) {
  const announce = useAnnounce();
  const note = useNotePrefecture(act.id);
  const [receipt, setReceipt] = useState('');
  const [on, setOn] = useState('');
  const fields = note.error instanceof ApiError ? note.error.fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    note.mutate({ prefecture_id: receipt.trim(), prefecture_on: on }, { onSuccess: () => announce(words.receiptSaved) });
  };
  return (
    <form className="panel stack" onSubmit={submit} noValidate>
      <h2>{words.noteReceipt}</h2>
      <TextInput label={words.prefectureId} maxLength={60} value={receipt} error={fields['prefecture_id']} onChange={(event) => setReceipt(event.currentTarget.value)} />
      <TextInput label={words.prefectureOn} type="date" value={on} error={fields['prefecture_on']} onChange={(event) => setOn(event.currentTarget.value)} />
      <Failure error={note.error} />
      <div>
        <Button type="submit" variant="default" loading={note.isPending}>
          {words.noteReceipt}
        </Button>
      </div>
    </form>
  );
}

function Withdraw({ act, onClose }: { act: Act; onClose: () => void }) {
  const announce = useAnnounce();
  const withdraw = useWithdrawAct(act.id);
  const [reason, setReason] = useState('');
  const refused = withdraw.error instanceof ApiError ? withdraw.error.fields['reason'] : undefined;
  const confirm = () => {
    withdraw.mutate(reason, {
      onSuccess: () => {
        announce(words.withdrawn);
        onClose();
      },
    });
  };
  return (
    <Confirm
      opened title={words.withdrawTitle} action={words.withdraw} tone="red" isBusy={withdraw.isPending} error={refused === undefined ? withdraw.error : null}
      onConfirm={confirm} onClose={onClose}
    >
      <p>{words.withdrawText}</p>
      <Textarea label={words.reason} rows={2} maxLength={300} value={reason} error={refused} onChange={(event) => setReason(event.currentTarget.value)} />
    </Confirm>
  );
}

function Steps({ act }: { act: Act }) {
  const navigate = useNavigate();
  const replace = useReplaceAct(act.id);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="stack">
      {act.replaced_by === null && (
        <div>
          <Button variant="default" loading={replace.isPending} onClick={() => replace.mutate(undefined, { onSuccess: (draft) => void navigate(`/actes/${draft.id}`) })}>
            {words.replace}
          </Button>
        </div>
      )}
      <Failure error={replace.error} />
      {act.may_withdraw ? (
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            {words.withdraw}
          </Button>
        </div>
      ) : (
        <p className="quiet">{words.keptUntil(dayText(act.withdrawable_on))}</p>
      )}
      {isOpen && <Withdraw act={act} onClose={() => setOpen(false)} />}
    </div>
  );
}

export function Published({ act }: { act: Act }) {
  const isOnline = act.state === 'published';
  return (
    <div className="stack-wide narrow">
      {act.published_at !== null && <p>{words.postedOn(dateTimeText(act.published_at))}</p>}
      {act.withdrawn_at !== null && <p>{words.withdrawnOn(dateText(act.withdrawn_at), act.withdrawn_reason)}</p>}
      {act.replaced_by !== null && <p>{words.replaced}</p>}
      <Facts act={act} />
      <Proof id={act.id} />
      {isOnline && (act.prefecture_id === '' || act.prefecture_on === '') && <Receipt act={act} />}
      {isOnline && <Steps act={act} />}
    </div>
  );
}

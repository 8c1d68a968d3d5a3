// The day at the till: opening, taking payments, what was taken, closing.
import { Alert, Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useCorrectReceipt, useOpenTill, useReceipts, useTill, type Receipt, type Regie, type Till, type TillDay } from '../../api/money';
import { ApiError } from '../../api/errors';
import { useAnnounce } from '../../app/Announcer';
import { Confirm } from '../../components/Confirm';
import { Failure } from '../../components/Failure';
import { Loading } from '../../components/Loading';
import { Badge } from '../../components/StateBadge';
import { clockText, dayKey, isoDayText, nowSeconds } from '../../components/time';
import { fr } from '../../locales/fr';
import { centsOf, euroText } from './amount';
import { CloseForm } from './CloseForm';
import { RegieFrame } from './RegieFrame';
import { TakeForm } from './TakeForm';

const words = fr.moneyDay;

function OpenForm({ regie }: { regie: Regie }) {
  const announce = useAnnounce();
  const [typed, setTyped] = useState('0');
  const [error, setError] = useState<string | null>(null);
  const open = useOpenTill(regie.id);
  const fields = open.error instanceof ApiError ? open.error.fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const cents = centsOf(typed);
    setError(cents === null ? fr.money.amountWrong : null);
    if (cents !== null) open.mutate(cents, { onSuccess: () => announce(words.opened) });
  };
  return (
    <form className="stack narrow panel" onSubmit={submit} noValidate aria-labelledby="ouvrir">
      <h2 id="ouvrir">{words.closedTitle}</h2>
      <p>{words.closedText}</p>
      <TextInput
        label={words.float} description={words.floatHint} inputMode="decimal" maxLength={10} value={typed} error={error ?? fields['float_cash']}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Failure error={open.error} />
      <div>
        <Button type="submit" loading={open.isPending}>
          {words.open}
        </Button>
      </div>
    </form>
  );
}

function Figures({ till }: { till: Till }) {
  return (
    <dl className="money-figures panel">
      <div>
        <dt>{words.cash}</dt>
        <dd>{euroText(till.cash_cents)}</dd>
      </div>
      <div>
        <dt>{words.expected}</dt>
        <dd>{euroText(till.expected_cents)}</dd>
      </div>
      {till.ceiling_cents > 0 && (
        <div>
          <dt>{words.ceiling}</dt>
          <dd>{euroText(till.ceiling_cents)}</dd>
        </div>
      )}
    </dl>
  );
}

function Item({ receipt }: { receipt: Receipt }) {
  const [isAsked, setAsked] = useState(false);
  const [why, setWhy] = useState('');
  const correct = useCorrectReceipt(receipt.id);
  const what = [receipt.product_label, receipt.label, receipt.payer].filter((text) => text !== '').join(' · ');
  return (
    <li className="content-item">
      <span className="content-words">
        <span>
          <span className={receipt.corrected === null ? 'money-amount' : 'money-amount money-undone'}>{euroText(receipt.amount_cents)}</span>, {fr.money.means[receipt.means]}
        </span>
        <span className="quiet">
          {receipt.number} · {clockText(receipt.at)} · {what}
        </span>
        {receipt.corrected !== null && <span>{words.undone(receipt.corrected)}</span>}
      </span>
      {receipt.bordereau_id !== null && <Badge tone="calm">{words.onBordereau}</Badge>}
      {receipt.corrected === null && receipt.bordereau_id === null && (
        <Button variant="default" aria-label={words.undoName(receipt.number)} onClick={() => setAsked(true)}>
          {words.undo}
        </Button>
      )}
      <Confirm
        opened={isAsked} title={words.undoTitle(receipt.number)} action={words.undo} tone="red" isBusy={correct.isPending} error={correct.error}
        onClose={() => setAsked(false)} onConfirm={() => correct.mutate(why, { onSuccess: () => setAsked(false) })}
      >
        <p>{words.undoText}</p>
        <TextInput label={words.why} maxLength={500} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
      </Confirm>
    </li>
  );
}

function Receipts({ regie }: { regie: Regie }) {
  const receipts = useReceipts(regie.id);
  return (
    <section aria-labelledby="recus" className="stack">
      <h2 id="recus">{words.receipts}</h2>
      <Failure error={receipts.error} onRetry={() => void receipts.refetch()} />
      {receipts.data?.items.length === 0 && <p>{words.noReceipt}</p>}
      <ul className="content-list">
        {receipts.data?.items.map((receipt) => (
          <Item key={receipt.id} receipt={receipt} />
        ))}
      </ul>
    </section>
  );
}

function stateText(day: TillDay): string {
  if (day.closed_at === null) return words.dayOpen;
  const difference = day.counted_cents - day.expected_cents;
  return difference === 0 ? words.dayGood : words.dayOff(euroText(difference));
}

function Days({ days }: { days: TillDay[] }) {
  if (days.length === 0) return null;
  return (
    <section aria-labelledby="journees" className="stack">
      <h2 id="journees">{words.days}</h2>
      <ul className="content-list">
        {days.slice(0, 7).map((day) => (
          <li key={day.id} className="content-item">
            <span className="content-words">
              <span>{isoDayText(day.day)}</span>
              <span className="quiet">{day.remark}</span>
            </span>
            <Badge tone={day.counted_cents === day.expected_cents ? 'good' : 'waiting'}>{stateText(day)}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Day({ regie, till }: { regie: Regie; till: Till }) {
  const isOld = till.open !== null && till.open.day !== dayKey(nowSeconds());
  return (
    <div className="stack-wide">
      {till.is_over_ceiling && (
        <Alert color="ochre" variant="light" role="note">
          <p>{words.over}</p>
        </Alert>
      )}
      {till.open === null && <OpenForm regie={regie} />}
      {isOld && till.open !== null && (
        <Alert color="ochre" variant="light" role="note">
          <p>{words.old(isoDayText(till.open.day))}</p>
        </Alert>
      )}
      {till.open !== null && <Figures till={till} />}
      {till.open !== null && !isOld && <TakeForm regie={regie} />}
      <Receipts regie={regie} />
      {till.open !== null && <CloseForm regie={regie} till={till} />}
      <Days days={till.days} />
    </div>
  );
}

function Loaded({ regie }: { regie: Regie }) {
  const till = useTill(regie.id);
  if (till.isPending) return <Loading />;
  if (till.data === undefined) return <Failure error={till.error} onRetry={() => void till.refetch()} />;
  return <Day regie={regie} till={till.data} />;
}

export default function DayPage() {
  return <RegieFrame title={fr.money.day}>{(regie) => <Loaded regie={regie} />}</RegieFrame>;
}

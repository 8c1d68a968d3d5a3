// Payments under way, statements that are imported, and what they do not agree with: each with the one thing to do.
import { Alert, Button, NativeSelect, Textarea } from '@mantine/core';
import { useState, type ChangeEvent } from 'react';
import {
  useAskAboutPayment, useDiscrepancies, useImportStatement, usePayments, useSettleDiscrepancy, useStatements, type BankStatementFile, type Discrepancy, type Payment, type Regie,
} from '../../api/money';
import { ApiError } from '../../api/errors';
import { useAnnounce } from '../../app/Announcer';
import { Confirm } from '../../components/Confirm';
import { Failure } from '../../components/Failure';
import { Loading } from '../../components/Loading';
import { Badge } from '../../components/StateBadge';
import { dateTimeText, isoDayText } from '../../components/time';
import { fr } from '../../locales/fr';
import '../../styles/directory.css';
import { base64Of, largestFileBytes } from '../directory/file_bytes';
import { euroText } from './amount';
import { RegieFrame } from './RegieFrame';

const words = fr.moneyDiscrepancies;
type Unit = BankStatementFile['unit'];

const side = (cents: number | null, day: string) => (cents === null ? words.nothing : words.on(euroText(cents), isoDayText(day)));

function Item({ discrepancy }: { discrepancy: Discrepancy }) {
  const announce = useAnnounce();
  const [isAsked, setAsked] = useState(false);
  const [remark, setRemark] = useState('');
  const settle = useSettleDiscrepancy(discrepancy.id);
  const fields = settle.error instanceof ApiError ? settle.error.fields : {};
  return (
    <li className="content-item">
      <span className="content-words">
        <span>{discrepancy.action_text}</span>
        <span className="quiet">{words.reference(discrepancy.reference)}</span>
        <span className="quiet">
          {words.bothSides(side(discrepancy.our_cents, discrepancy.our_day), side(discrepancy.their_cents, discrepancy.their_day))}
        </span>
        {discrepancy.gateway_id !== '' && <span className="quiet">{words.gatewayId(discrepancy.gateway_id)}</span>}
      </span>
      <Badge tone="waiting">{discrepancy.finding_text}</Badge>
      <Button variant="default" aria-label={words.settleName(discrepancy.reference)} onClick={() => setAsked(true)}>
        {words.settle}
      </Button>
      <Confirm
        opened={isAsked} title={words.settleTitle} action={words.settle} isBusy={settle.isPending} error={settle.error} onClose={() => setAsked(false)}
        onConfirm={() => settle.mutate(remark, { onSuccess: () => announce(words.settled) })}
      >
        <Textarea
          label={words.remark} description={words.settleHint} maxLength={500} value={remark} error={fields['remark']}
          onChange={(event) => setRemark(event.currentTarget.value)}
        />
      </Confirm>
    </li>
  );
}

function Discrepancies({ regie }: { regie: Regie }) {
  const found = useDiscrepancies(regie.id);
  if (found.isPending) return <Loading />;
  if (found.data === undefined) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data.items.length === 0) {
    return (
      <div className="nothing">
        <h2>{words.none}</h2>
        <p>{words.noneText}</p>
      </div>
    );
  }
  return (
    <ul className="content-list">
      {found.data.items.map((each) => (
        <Item key={each.id} discrepancy={each} />
      ))}
    </ul>
  );
}

function Import({ regie }: { regie: Regie }) {
  const load = useImportStatement(regie.id);
  const [file, setFile] = useState<{ file_name: string; content_base64: string } | null>(null);
  const [unit, setUnit] = useState<Unit>('as_written');
  const [isTooLarge, setTooLarge] = useState(false);
  const fields = load.error instanceof ApiError ? load.error.fields : {};
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.currentTarget.files?.[0];
    event.currentTarget.value = ''; // the same file, downloaded again, can be chosen again
    load.reset();
    setTooLarge(chosen !== undefined && chosen.size > largestFileBytes);
    if (chosen === undefined || chosen.size > largestFileBytes) return;
    setFile({ file_name: chosen.name, content_base64: await base64Of(chosen) });
  };
  return (
    <section className="panel stack narrow" aria-labelledby="importer">
      <h2 id="importer">{words.import}</h2>
      <div>
        <label className="mantine-InputWrapper-label" htmlFor="releve">
          {words.file}
        </label>
        <p className="quiet" id="releve-aide">
          {words.importHint}
        </p>
        <input id="releve" className="file-input" type="file" accept=".csv,text/csv,.txt" aria-describedby="releve-aide" onChange={(event) => void choose(event)} />
        {file !== null && <p>{file.file_name}</p>}
      </div>
      <NativeSelect
        label={words.unit} value={unit} error={fields['unit']} data={(['as_written', 'euros', 'cents'] as const).map((value) => ({ value, label: words.units[value] }))}
        onChange={(event) => setUnit(event.currentTarget.value as Unit)}
      />
      {isTooLarge && (
        <p className="field-error" role="alert">
          {words.tooLarge}
        </p>
      )}
      <Failure error={load.error} />
      {load.data !== undefined && (
        <Alert color="green" variant="light" role="status">
          <p>{words.imported(load.data.matched_count, load.data.found_count)}</p>
        </Alert>
      )}
      <div>
        <Button disabled={file === null} loading={load.isPending} onClick={() => file !== null && load.mutate({ ...file, unit })}>
          {words.import}
        </Button>
      </div>
    </section>
  );
}

function Statements({ regie }: { regie: Regie }) {
  const items = useStatements(regie.id).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="releves" className="stack">
      <h2 id="releves">{words.statements}</h2>
      <ul className="content-list">
        {items.map((each) => (
          <li key={each.id} className="content-item">
            <span className="content-words">
              <span>{each.file_name}</span>
              <span className="quiet">{words.statementText(isoDayText(each.first_day), isoDayText(each.last_day), each.line_count)}</span>
            </span>
            <span className="money-amount">{euroText(each.total_cents)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PendingItem({ payment }: { payment: Payment }) {
  const announce = useAnnounce();
  const ask = useAskAboutPayment(payment.id);
  return (
    <li className="content-item">
      <span className="content-words">
        <span className="money-amount">{euroText(payment.amount_cents)}</span>
        <span className="quiet">
          {words.reference(payment.reference)} · {words.since(dateTimeText(payment.started_at))}
        </span>
        <Failure error={ask.error} />
      </span>
      <Button variant="default" loading={ask.isPending} aria-label={words.askName(payment.reference)} onClick={() => ask.mutate(undefined, { onSuccess: () => announce(words.asked) })}>
        {words.ask}
      </Button>
    </li>
  );
}

function Pending({ regie }: { regie: Regie }) {
  const payments = usePayments(regie.id);
  return (
    <section aria-labelledby="en-cours" className="stack">
      <h2 id="en-cours">{words.pending}</h2>
      <Failure error={payments.error} onRetry={() => void payments.refetch()} />
      <p className="quiet">{payments.data?.items.length === 0 ? words.noPending : words.pendingText}</p>
      <ul className="content-list">
        {payments.data?.items.map((payment) => (
          <PendingItem key={payment.id} payment={payment} />
        ))}
      </ul>
    </section>
  );
}

export default function DiscrepanciesPage() {
  return (
    <RegieFrame title={words.title} intro={words.intro}>
      {(regie) => (
        <div className="stack-wide">
          <Discrepancies regie={regie} />
          <Import regie={regie} />
          <Statements regie={regie} />
          <Pending regie={regie} />
        </div>
      )}
    </RegieFrame>
  );
}

// What the law waits for: the receipt, what silence will decide and when.
import { Badge } from '../../components/StateBadge';
import type { Dossier } from '../../api/types';
import { dateText, isoDayText } from '../../components/time';
import { fr } from '../../locales/fr';

const words = fr.clocks;
type CaseClocks = Dossier['clocks'];

function ReceiptState({ clocks }: { clocks: CaseClocks }) {
  const when = clocks.receipt_sent_at === null ? '' : ` le ${dateText(clocks.receipt_sent_at)}`;
  return (
    <>
      {words.receiptStates[clocks.receipt]}
      {when}
      {clocks.receipt === 'failed' && <span className="clock-note clock-bad">{words.receiptBy(isoDayText(clocks.acknowledge_by))}</span>}
    </>
  );
}

function decision({ silence, silence_on }: CaseClocks): string {
  if (silence === 'none') return words.silenceNone;
  if (silence_on === null) return words.acceptanceStopped;
  return words[silence](isoDayText(silence_on));
}

function notes(clocks: CaseClocks): string[] {
  const before = clocks.answer_before === null ? null : isoDayText(clocks.answer_before);
  if (clocks.is_suspended && clocks.silence === 'rejection' && before !== null) return [words.suspended(before)];
  const list = before === null ? [] : [words.awaited(before)];
  if (clocks.suspended_days > 0) list.push(words.suspendedDays(clocks.suspended_days));
  return list;
}

function Silence({ clocks }: { clocks: CaseClocks }) {
  if (clocks.decided_by_silence !== '') return <>{words.decidedBySilence[clocks.decided_by_silence]}</>;
  if (clocks.decided_at !== null) return <>{words.decided(dateText(clocks.decided_at))}</>;
  return (
    <>
      {decision(clocks)}
      {notes(clocks).map((note) => (
        <span key={note} className="clock-note">
          {note}
        </span>
      ))}
    </>
  );
}

export function Clocks({ clocks }: { clocks: CaseClocks }) {
  return (
    <>
      <div>
        <dt>{words.receipt}</dt>
        <dd>
          <ReceiptState clocks={clocks} />
        </dd>
      </div>
      <div>
        <dt>{words.silence}</dt>
        <dd>
          <Silence clocks={clocks} />
        </dd>
      </div>
    </>
  );
}

interface UrgencyProps {
  item: { urgency: 'late' | 'soon' | 'later' | 'none'; urgent_on: string | null };
}

// The nearest day that binds; late in words, not by colour alone.
export function Urgency({ item }: UrgencyProps) {
  if (item.urgent_on === null) return null;
  const day = isoDayText(item.urgent_on);
  if (item.urgency === 'late') return <Badge tone="bad">{words.lateSince(day)}</Badge>;
  if (item.urgency === 'soon') return <Badge tone="waiting">{words.soon(day)}</Badge>;
  return <>{words.soon(day)}</>;
}

// Closing the day: coins and notes are counted one kind after the other, the difference shows while they are typed.
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useCloseTill, type Regie, type Till } from '../../api/money';
import { ApiError } from '../../api/errors';
import { useAnnounce } from '../../app/Announcer';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';
import { euroText } from './amount';

const words = fr.moneyDay;
const pieces = [50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1];

export function CloseForm({ regie, till }: { regie: Regie; till: Till }) {
  const announce = useAnnounce();
  const [counts, setCounts] = useState<Record<number, string>>({});
  const [remark, setRemark] = useState('');
  const close = useCloseTill(regie.id);
  const fields = close.error instanceof ApiError ? close.error.fields : {};
  const countOf = (piece: number) => Number(counts[piece] ?? '') || 0;
  const counted = pieces.reduce((sum, piece) => sum + piece * countOf(piece), 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const piles = pieces.filter((piece) => countOf(piece) > 0).map((cents) => ({ cents, count: countOf(cents) }));
    close.mutate({ till: piles, remark }, { onSuccess: () => announce(words.closedDone) });
  };
  return (
    <form className="stack panel" onSubmit={submit} noValidate aria-labelledby="cloturer">
      <h2 id="cloturer">{words.close}</h2>
      <p>{words.closeText}</p>
      <div className="money-till">
        {pieces.map((piece) => (
          <TextInput
            key={piece} label={euroText(piece)} aria-label={words.noneOf(euroText(piece))} inputMode="numeric" maxLength={5} value={counts[piece] ?? ''}
            onChange={(event) => {
              const value = event.currentTarget.value.replace(/\D/g, '');
              setCounts((current) => ({ ...current, [piece]: value }));
            }}
          />
        ))}
      </div>
      {fields['till'] !== undefined && <p className="field-error">{fields['till']}</p>}
      <div role="status">
        <dl className="money-figures">
        <div>
          <dt>{words.expected}</dt>
          <dd>{euroText(till.expected_cents)}</dd>
        </div>
        <div>
          <dt>{words.counted}</dt>
          <dd>{euroText(counted)}</dd>
        </div>
        <div>
          <dt>{words.difference}</dt>
          <dd>{euroText(counted - till.expected_cents)}</dd>
        </div>
        </dl>
      </div>
      <Textarea
        label={words.remark} description={words.remarkHint} maxLength={500} value={remark} error={fields['remark']}
        onChange={(event) => setRemark(event.currentTarget.value)}
      />
      <Failure error={close.error} />
      <div>
        <Button type="submit" loading={close.isPending}>
          {words.closeNow}
        </Button>
      </div>
    </form>
  );
}

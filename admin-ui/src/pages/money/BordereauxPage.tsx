// What waits to be handed in, and the bordereaux that were made.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useBordereaux, useMakeBordereau, type Bordereau, type BordereauWaiting, type Regie } from '../../api/money';
import { ApiError } from '../../api/errors';
import { useAnnounce } from '../../app/Announcer';
import { Failure } from '../../components/Failure';
import { Loading } from '../../components/Loading';
import { isoDayText } from '../../components/time';
import { fr } from '../../locales/fr';
import { centsOf, euroText, newKey } from './amount';
import { RegieFrame } from './RegieFrame';

const words = fr.moneyBordereaux;
const numberOf = (bordereau: Bordereau) => `${bordereau.year}-${bordereau.number}`;

function Waiting({ regie, waiting }: { regie: Regie; waiting: BordereauWaiting }) {
  const announce = useAnnounce();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [key, setKey] = useState(newKey);
  const make = useMakeBordereau(regie.id);
  const fields = make.error instanceof ApiError ? make.error.fields : {};
  const isCash = waiting.means === 'cash';
  const press = () => {
    const cents = isCash ? centsOf(typed) : 0;
    setError(cents === null ? fr.money.amountWrong : null);
    if (cents === null) return;
    make.mutate({ request_key: key, means: waiting.means, amount_cents: cents }, {
      onSuccess: (made) => {
        announce(words.made(numberOf(made)));
        setKey(newKey());
        setTyped('');
      },
    });
  };
  return (
    <li className="content-item">
      <span className="content-words">
        <strong>{fr.money.means[waiting.means]}</strong>
        <span className="quiet">
          {waiting.amount_cents <= 0 ? words.nothing : `${euroText(waiting.amount_cents)}${isCash ? '' : `, ${words.receipts(waiting.receipt_count)}`}`}
        </span>
        <Failure error={make.error} />
      </span>
      {waiting.amount_cents > 0 && (
        <>
          {isCash && (
            <TextInput
              label={words.pourAmount} inputMode="decimal" maxLength={14} value={typed} error={error ?? fields['amount']}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          <Button loading={make.isPending} onClick={press}>
            {isCash ? words.pour : words.hand(fr.money.means[waiting.means])}
          </Button>
        </>
      )}
    </li>
  );
}

function Loaded({ regie }: { regie: Regie }) {
  const bordereaux = useBordereaux(regie.id);
  if (bordereaux.isPending) return <Loading />;
  if (bordereaux.data === undefined) return <Failure error={bordereaux.error} onRetry={() => void bordereaux.refetch()} />;
  return (
    <div className="stack-wide">
      <section aria-labelledby="a-remettre" className="stack">
        <h2 id="a-remettre">{words.waiting}</h2>
        <ul className="content-list">
          {bordereaux.data.waiting.map((each) => (
            <Waiting key={each.means} regie={regie} waiting={each} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="faits" className="stack">
        <h2 id="faits">{words.list}</h2>
        {bordereaux.data.items.length === 0 && <p>{words.none}</p>}
        <ul className="content-list">
          {bordereaux.data.items.map((each) => (
            <li key={each.id} className="content-item">
              <span className="content-words">
                <span>{words.number(numberOf(each))}</span>
                <span className="quiet">
                  {isoDayText(each.day)} · {fr.money.means[each.means]} · {each.made_by}
                </span>
              </span>
              <span className="money-amount">{euroText(each.amount_cents)}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

export default function BordereauxPage() {
  return (
    <RegieFrame title={words.title} intro={words.intro}>
      {(regie) => <Loaded regie={regie} />}
    </RegieFrame>
  );
}

// The month of a régie: figures, the two tables, the printed statement.
import { Alert, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { monthFilePath, useMonth, useMonthDocuments, usePrintMonth, type Regie, type RegieMonth } from '../../api/money';
import { Failure } from '../../components/Failure';
import { Loading } from '../../components/Loading';
import { dayKey, nowSeconds } from '../../components/time';
import { fr } from '../../locales/fr';
import { euroText } from './amount';
import { RegieFrame } from './RegieFrame';

const words = fr.moneyMonth;

function Figures({ month }: { month: RegieMonth }) {
  const figures: [string, number][] = [[words.received, month.received_cents], [words.undone, month.undone_cents], [words.total, month.total_cents], [words.poured, month.poured_cents]];
  if (month.refunded_cents !== 0) figures.push([words.refunded, month.refunded_cents]);
  return (
    <dl className="money-figures panel">
      {figures.map(([label, cents]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{euroText(cents)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Products({ month }: { month: RegieMonth }) {
  if (month.rows.length === 0) return <p>{words.nothing}</p>;
  return (
    <div className="stack">
      <h2 id="produits">{words.byProduct}</h2>
      <div className="money-scroll" tabIndex={0} role="region" aria-labelledby="produits">
        <table className="money-table">
          <thead>
            <tr>
              <th scope="col">{words.product}</th>
              <th scope="col">{words.means}</th>
              <th scope="col" className="number">{words.count}</th>
              <th scope="col" className="number">{words.total}</th>
            </tr>
          </thead>
          <tbody>
            {month.rows.map((row) => (
              <tr key={`${row.product_label} ${row.means}`}>
                <th scope="row">{row.product_label}</th>
                <td>{fr.money.means[row.means]}</td>
                <td className="number">{row.receipt_count}</td>
                <td className="number">{euroText(row.total_cents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Print({ regie, month }: { regie: Regie; month: RegieMonth }) {
  const print = usePrintMonth(regie.id, month.month);
  const newest = useMonthDocuments(regie.id, month.month).data?.items[0];
  return (
    <div className="stack">
      <ul className="stack">
        <li>
          <a href={monthFilePath(regie.id, month.month, 'statement')} download>{words.statementFile}</a>
        </li>
        <li>
          <a href={monthFilePath(regie.id, month.month, 'entries')} download>{words.entriesFile}</a>
        </li>
      </ul>
      <Failure error={print.error} />
      {!month.is_over && <p className="quiet">{words.printHint}</p>}
      {month.is_over && (
        <div>
          <Button loading={print.isPending} onClick={() => print.mutate()}>
            {words.print}
          </Button>
        </div>
      )}
      <div role="status">
        {newest?.state === 'queued' && <p>{words.queued}</p>}
        {newest?.state === 'failed' && <p>{words.failed} {newest.reason}</p>}
        {newest?.state === 'made' && (
          <p>
            <a href={`/api/v1/made-documents/${newest.id}/file`}>{words.download(newest.file_name)}</a>
          </p>
        )}
      </div>
    </div>
  );
}

function Loaded({ regie }: { regie: Regie }) {
  const [chosen, setChosen] = useState(() => dayKey(nowSeconds()).slice(0, 7));
  const month = useMonth(regie.id, chosen);
  return (
    <div className="stack-wide">
      <TextInput
        className="narrow" label={words.month} type="month" value={chosen}
        onChange={(event) => event.currentTarget.value !== '' && setChosen(event.currentTarget.value)}
      />
      {month.isPending && <Loading />}
      <Failure error={month.error} onRetry={() => void month.refetch()} />
      {month.data !== undefined && (
        <>
          {!month.data.is_over && (
            <Alert color="ochre" variant="light" role="note">
              <p>{words.running}</p>
            </Alert>
          )}
          <Figures month={month.data} />
          <Products month={month.data} />
          <Print regie={regie} month={month.data} />
        </>
      )}
    </div>
  );
}

export default function MonthPage() {
  return (
    <RegieFrame title={words.title} intro={words.intro}>
      {(regie) => <Loaded regie={regie} />}
    </RegieFrame>
  );
}

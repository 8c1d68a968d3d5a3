// The cases of the present filter as a file, made in the background.
import { Button, NativeSelect } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useCaseExports, useRequestExport, type CaseExport } from '../../api/cases';
import { Failure } from '../../components/Failure';
import { dateTimeText } from '../../components/time';
import { fr } from '../../locales/fr';

const words = fr.batch;
const formats = ['csv', 'ods', 'json'] as const;

function Item({ item }: { item: CaseExport }) {
  if (item.state === 'queued') return <span role="status">{words.preparing}</span>;
  if (item.state === 'failed') return <>{words.failedExport}</>;
  return (
    <a href={`/api/v1/case-exports/${item.id}/file`}>{words.download(words.formats[item.format], item.row_count, dateTimeText(item.created_at))}</a>
  );
}

export function Exports({ query }: { query: string }) {
  const exports = useCaseExports();
  const request = useRequestExport();
  const [format, setFormat] = useState<CaseExport['format']>('csv');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.mutate({ format, query });
  };
  const items = exports.data?.items ?? [];
  return (
    <details className="panel fold">
      <summary>
        <h2>{words.exports}</h2>
      </summary>
      <p className="quiet">{words.exportIntro}</p>
      <form className="batch-row" onSubmit={submit}>
        <NativeSelect
          label={words.format}
          value={format}
          data={formats.map((value) => ({ value, label: words.formats[value] }))}
          onChange={(event) => setFormat(event.currentTarget.value as CaseExport['format'])}
        />
        <Button type="submit" variant="default" loading={request.isPending}>
          {words.export}
        </Button>
      </form>
      <Failure error={exports.error ?? request.error} />
      <ul className="case-documents">
        {items.map((item) => (
          <li key={item.id}>
            <Item item={item} />
          </li>
        ))}
      </ul>
    </details>
  );
}

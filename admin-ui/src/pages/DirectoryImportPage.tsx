// A file of records: chosen, seen as it will be, imported as one, undone for a day.
import { Alert, Button } from '@mantine/core';
import { useState, type ChangeEvent } from 'react';
import { Link } from 'react-router-dom';
import {
  modelPath, useDirectoryKinds, useImports, usePreviewImport, useRunImport, useUndoImport, type DirectoryImport, type DirectoryKind, type ImportFile, type ImportPlan,
} from '../api/directory';
import { useAnnounce } from '../app/Announcer';
import { Page } from '../app/page';
import { Failure } from '../components/Failure';
import { Badge } from '../components/StateBadge';
import { dateTimeText } from '../components/time';
import { fr } from '../locales/fr';
import '../styles/contents.css';
import '../styles/directory.css';
import { base64Of, largestFileBytes } from './directory/file_bytes';
import { useKind } from './directory/kinds';
import { PlanTable } from './directory/PlanTable';

const words = fr.directoryImport;
const mostFaults = 20;
type Duplicates = ImportFile['duplicates'];

function Undo({ item }: { item: DirectoryImport }) {
  const announce = useAnnounce();
  const undo = useUndoImport();
  const press = () =>
    undo.mutate(item.id, { onSuccess: ({ removed_count, put_back_count, kept_count }) => announce(words.undone(removed_count, put_back_count, kept_count)) });
  return (
    <>
      <Failure error={undo.error} />
      <Button variant="default" loading={undo.isPending} aria-label={words.undoName(item.file_name)} onClick={press}>
        {words.undo}
      </Button>
    </>
  );
}

function LastImports({ kind }: { kind: DirectoryKind }) {
  const imports = useImports();
  const items = (imports.data?.items ?? []).filter((item) => item.kind === kind);
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="derniers">
      <h2 id="derniers">{words.last}</h2>
      <p className="quiet">{words.lastHint}</p>
      <ul className="content-list">
        {items.map((item) => (
          <li key={item.id} className="content-item">
            <span className="content-words">
              <strong>{item.file_name}</strong>
              <span className="quiet">
                {dateTimeText(item.created_at)} {words.by(item.author)} · {words.doneText(item.created_count, item.updated_count)}
              </span>
            </span>
            {item.undone_at !== null && <Badge tone="calm">{words.isUndone}</Badge>}
            {item.can_be_undone && <Undo item={item} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

// The same errors as a list: on a phone the cell may be out of sight.
function Faults({ plan }: { plan: ImportPlan }) {
  const faults = plan.rows.flatMap((row) => row.errors.map((error) => ({ ...error, row: row.number })));
  if (faults.length === 0) return null;
  return (
    <ul className="faults" aria-label={words.faults}>
      {faults.slice(0, mostFaults).map((fault) => (
        <li key={`${fault.row}-${fault.column}-${fault.message}`}>
          <strong>{words.place(fault.row, plan.columns[fault.column]?.title ?? '')}</strong> {fault.message}
        </li>
      ))}
      {faults.length > mostFaults && <li>{words.moreFaults(faults.length - mostFaults)}</li>}
    </ul>
  );
}

function Plan({ plan, isBusy, onRun }: { plan: ImportPlan; isBusy: boolean; onRun: () => void }) {
  const isGood = plan.wrong_count === 0;
  return (
    <div className="stack-wide">
      <Alert color={isGood ? 'green' : 'red'} variant="light" className={isGood ? undefined : 'failure'} role="status">
        <p>
          {isGood ? `${words.ready(plan.row_count)} ${words.counts(plan.create_count, plan.update_count, plan.skip_count)}` : words.wrong(plan.wrong_count)}
        </p>
      </Alert>
      <Faults plan={plan} />
      <PlanTable plan={plan} />
      {plan.rows.length < plan.row_count && <p className="quiet">{words.shown(Math.min(50, plan.row_count), plan.row_count)}</p>}
      {isGood && (
        <p>
          <Button loading={isBusy} onClick={onRun}>
            {words.run}
          </Button>
        </p>
      )}
    </div>
  );
}

export default function DirectoryImportPage() {
  const kind = useKind();
  const title = useDirectoryKinds().data?.items.find((info) => info.kind === kind)?.title;
  const preview = usePreviewImport();
  const run = useRunImport();
  const [file, setFile] = useState<Pick<ImportFile, 'file_name' | 'content_base64'> | null>(null);
  const [duplicates, setDuplicates] = useState<Duplicates>('update');
  const [isTooLarge, setTooLarge] = useState(false);

  const look = (chosen: Pick<ImportFile, 'file_name' | 'content_base64'>, choice: Duplicates) => {
    setFile(chosen);
    run.reset();
    preview.mutate({ kind, duplicates: choice, ...chosen });
  };
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.currentTarget.files?.[0];
    event.currentTarget.value = ''; // the same file, mended, can be chosen again
    preview.reset();
    setTooLarge(chosen !== undefined && chosen.size > largestFileBytes);
    if (chosen === undefined || chosen.size > largestFileBytes) return;
    look({ file_name: chosen.name, content_base64: await base64Of(chosen) }, duplicates);
  };
  const pick = (choice: Duplicates) => {
    setDuplicates(choice);
    if (file !== null && !run.isSuccess) look(file, choice);
  };
  return (
    <Page title={words.title} heading={title === undefined ? words.title : `${words.title} – ${title}`} intro={words.intro} before={<p><Link to={`/annuaire?type=${kind}`}>{fr.directory.back}</Link></p>}>
      <div className="stack-wide">
        <div className="panel stack">
          <a href={modelPath(kind)} download>
            {words.model}
          </a>
          <div>
            <label className="mantine-InputWrapper-label" htmlFor="fichier">
              {words.file}
            </label>
            <p className="quiet" id="fichier-aide">
              {words.fileHint}
            </p>
            <input id="fichier" className="file-input" type="file" accept=".csv,text/csv,.txt" aria-describedby="fichier-aide" onChange={(event) => void choose(event)} />
            {file !== null && <p>{file.file_name}</p>}
          </div>
          <fieldset className="choices">
            <legend>{words.duplicates}</legend>
            {(['update', 'skip'] as const).map((choice) => (
              <label key={choice} className="choice">
                <input type="radio" name="doublons" value={choice} checked={duplicates === choice} onChange={() => pick(choice)} />
                {words[choice]}
              </label>
            ))}
          </fieldset>
        </div>
        {isTooLarge && (
          <p className="field-error" role="alert">
            {words.tooLarge}
          </p>
        )}
        <Failure error={preview.error ?? run.error} />
        {run.data !== undefined && (
          <Alert color="green" variant="light" role="status" title={words.done}>
            <p>{words.doneText(run.data.created_count, run.data.updated_count)}</p>
            <Link to={`/annuaire?type=${kind}`}>{words.seeList}</Link>
          </Alert>
        )}
        {preview.data !== undefined && run.data === undefined && file !== null && (
          <Plan plan={preview.data} isBusy={run.isPending} onRun={() => run.mutate({ kind, duplicates, ...file })} />
        )}
        <LastImports kind={kind} />
      </div>
    </Page>
  );
}

// What the procedure promises: its own tests, played on demand, and what each of them does in words.
import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { testProcedureDraft } from '../../api/procedure_drafts';
import type { ProcedureReport } from '../../api/types';
import { Failure } from '../../components/Failure';
import { Badge } from '../../components/StateBadge';
import { fr } from '../../locales/fr';
import { listOf, type Definition, type OwnTest } from './definition';

type Act = Record<string, unknown>;

// One row for each act of docs/reference/procedures.md.
const acts: [name: string, say: (act: Act) => string][] = [
  ['fill', (act) => (act.refused === undefined ? fr.builderTests.acts.fill(Object.keys(act.fill as object).length) : fr.builderTests.acts.refused(Object.keys(act.refused as object).length))],
  ['asked', () => fr.builderTests.acts.asked],
  ['not_asked', () => fr.builderTests.acts.asked],
  ['send', () => fr.builderTests.acts.send],
  ['withdraw', () => fr.builderTests.acts.withdraw],
  ['move', () => fr.builderTests.acts.move],
  ['reply', () => fr.builderTests.acts.reply],
  ['message', () => fr.builderTests.acts.message],
  ['wait_days', (act) => fr.builderTests.acts.wait(Number(act.wait_days))],
  ['mail', (act) => (act.mail === 'agents' ? fr.builderTests.acts.mailAgents : fr.builderTests.acts.mailResident)],
  ['state', () => fr.builderTests.acts.state],
  ['ends', () => fr.builderTests.acts.ends],
];

export function actInWords(act: unknown): string {
  const known = (act ?? {}) as Act;
  return acts.find(([name]) => name in known)?.[1](known) ?? fr.builderTests.acts.other;
}

type Result = ProcedureReport['tests'][number];

function ResultBadge({ result }: { result: Result | undefined }) {
  const words = fr.builderTests;
  if (result === undefined) return <Badge tone="calm">{words.waiting}</Badge>;
  return <Badge tone={result.passed ? 'good' : 'bad'}>{result.passed ? words.passed : words.failed}</Badge>;
}

function Line({ test, result, onRemove }: { test: OwnTest; result: Result | undefined; onRemove: () => void }) {
  const words = fr.builderTests;
  return (
    <li className="panel own-test">
      <div className="block-head">
        <h3>{test.name}</h3>
        <ResultBadge result={result} />
      </div>
      {result?.passed === false && <p className="field-error">{result.reason}</p>}
      <details className="fold">
        <summary>
          {words.play}
          <span className="sr-only">{test.name}</span>
        </summary>
        <ol className="own-test-acts">
          {listOf(test.play).map((act, index) => (
            <li key={index}>{actInWords(act)}</li>
          ))}
        </ol>
      </details>
      <button type="button" className="plain-button danger" onClick={onRemove}>
        {words.remove}
        <span className="sr-only"> {test.name}</span>
      </button>
    </li>
  );
}

interface Props {
  slug: string;
  definition: Definition;
  isReady: boolean;
  flush: () => Promise<boolean>;
  onChange: (definition: Definition) => void;
}

export function Tests({ slug, definition, isReady, flush, onChange }: Props) {
  const words = fr.builderTests;
  const tests = listOf<OwnTest>(definition.tests);
  const run = useMutation({
    mutationFn: async () => {
      await flush();
      return testProcedureDraft(slug);
    },
  });
  const report = run.data;
  return (
    <section className="stack" aria-labelledby="essais">
      <div>
        <h2 id="essais">{words.title}</h2>
        <p className="quiet">{words.intro}</p>
      </div>
      {tests.length === 0 ? (
        <p className="nothing">{words.none}</p>
      ) : (
        <div>
          <Button loading={run.isPending} disabled={!isReady} onClick={() => run.mutate()}>
            {words.run}
          </Button>
        </div>
      )}
      {!isReady && <p>{words.unfinished}</p>}
      <Failure error={run.error} />
      <div role="status">
        {report !== undefined && report.tests.length > 0 && (
          <p className={report.failed === 0 ? 'tests-good' : 'field-error'}>
            {report.failed === 0 ? <IconCircleCheck size={22} aria-hidden /> : <IconCircleX size={22} aria-hidden />} {report.failed === 0 ? words.allPassed : words.someFailed(report.failed)}
          </p>
        )}
      </div>
      <ul className="stack">
        {tests.map((test, index) => (
          <Line
            key={`${index} ${test.name}`}
            test={test}
            result={report?.tests.find(({ name }) => name === test.name)}
            onRemove={() => onChange({ ...definition, tests: tests.filter((_test, at) => at !== index) })}
          />
        ))}
      </ul>
    </section>
  );
}

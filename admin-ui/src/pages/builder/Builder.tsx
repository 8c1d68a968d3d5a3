// The whole screen: its parts on one side, the procedure as residents see it on the other; on a phone one at a time.
import { Alert, Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { ApiError } from '../../api/errors';
import type { ProcedureDraft, ProcedureProblem } from '../../api/types';
import { Page } from '../../app/page';
import { Loading } from '../../components/Loading';
import { Badge } from '../../components/StateBadge';
import { fr } from '../../locales/fr';
import { SaveLine } from '../editor/SaveLine';
import { listOf, type OwnTest, type Spot } from './definition';
import { Pages } from './Pages';
import { PublishActions } from './Publish';
import { useBuilder, type BuilderState } from './use_builder';

const Settings = lazy(() => import('./Settings').then(({ Settings: screen }) => ({ default: screen })));
const Tests = lazy(() => import('./Tests').then(({ Tests: screen }) => ({ default: screen })));
const Trial = lazy(() => import('./Trial').then(({ Trial: screen }) => ({ default: screen })));
const History = lazy(() => import('./History'));

type Part = 'questions' | 'settings' | 'tests' | 'history' | 'preview';

function Conflict({ error, builder }: { error: ApiError; builder: BuilderState }) {
  const { current } = (error.payload ?? {}) as { current?: ProcedureDraft };
  return (
    <Alert color="red" title={fr.builder.conflictTitle} role="alert">
      <p>{error.message}</p>
      {current !== undefined && (
        <div className="notice-actions">
          <Button onClick={() => builder.keepMine(current)}>{fr.builder.keepMine}</Button>
          <Button variant="default" onClick={() => builder.takeTheirs(current)}>
            {fr.builder.takeTheirs(current.updated_by)}
          </Button>
        </div>
      )}
    </Alert>
  );
}

function Problems({ problems, onGo }: { problems: ProcedureProblem[]; onGo: (problem: ProcedureProblem) => void }) {
  if (problems.length === 0) return null;
  return (
    <section className="panel builder-problems" aria-labelledby="a-corriger">
      <h2 id="a-corriger">{fr.builder.problems(problems.length)}</h2>
      <ul>
        {problems.map((problem, index) => (
          <li key={index}>
            <span>
              {problem.place !== '' && <strong>{problem.place}. </strong>}
              {problem.message}
            </span>
            <button type="button" className="plain-button" onClick={() => onGo(problem)}>
              {fr.builder.goThere}
              <span className="sr-only"> {problem.place}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PartSwitch({ part, onPick }: { part: Part; onPick: (part: Part) => void }) {
  const parts: { key: Part; label: string }[] = [
    { key: 'questions', label: fr.builder.questionsTab },
    { key: 'settings', label: fr.builder.settingsTab },
    { key: 'tests', label: fr.builder.testsTab },
    { key: 'history', label: fr.builder.historyTab },
    { key: 'preview', label: fr.builder.previewTab },
  ];
  return (
    <div className="tabs builder-tabs" role="group" aria-label={fr.builder.parts}>
      {parts.map(({ key, label }) => (
        <button key={key} type="button" className={`tab tab-${key}`} aria-pressed={part === key} onClick={() => onPick(key)}>
          {label}
        </button>
      ))}
    </div>
  );
}

const partOf = ({ page, property }: ProcedureProblem): Part => (page !== null ? 'questions' : property === 'tests' ? 'tests' : property === 'steps' ? 'questions' : 'settings');

export function Builder({ draft }: { draft: ProcedureDraft }) {
  const builder = useBuilder(draft);
  const [part, setPart] = useState<Part>('questions');
  const [open, setOpen] = useState<Spot | null>(null);
  const { definition, server, status, change } = builder;
  const { slug, problems, state } = server;
  const at = open === null ? '-introduction' : (definition.steps[open.page]?.id ?? '-introduction');
  const go = (problem: ProcedureProblem) => {
    setPart(partOf(problem));
    if (problem.page !== null) setOpen({ page: problem.page, field: problem.field });
    setTimeout(() => document.querySelector<HTMLElement>(problem.field === null ? '.page-fields input, .narrow input' : '.question-panel [data-first]')?.focus());
  };
  const record = (test: OwnTest) => change({ ...definition, tests: [...listOf<OwnTest>(definition.tests), test] });
  return (
    <Page title={definition.title || fr.builderList.createTitle} intro={<Badge tone={state === 'open' ? 'good' : 'calm'}>{fr.builder.states[state]}</Badge>}>
      <p className="quiet builder-intro">{fr.builder.intro}</p>
      <div className="editor-bar">
        <SaveLine status={status} onRetry={() => void builder.flush()} />
        <PublishActions builder={builder} />
      </div>
      {status.kind === 'conflict' && <Conflict error={status.error} builder={builder} />}
      {builder.isRecovered && <Alert>{fr.builder.recovered}</Alert>}
      <Problems problems={problems} onGo={go} />
      <PartSwitch part={part} onPick={setPart} />
      <div className={`desk builder-desk part-${part}`}>
        <div className="builder-work">
          <Suspense fallback={<Loading />}>
            {(part === 'questions' || part === 'preview') && (
              <div className="builder-questions">
                <Pages definition={definition} problems={problems} open={open} onOpen={setOpen} onChange={change} />
              </div>
            )}
            {part === 'settings' && <Settings slug={slug} definition={definition} problems={problems} onChange={change} />}
            {part === 'tests' && <Tests slug={slug} definition={definition} isReady={problems.length === 0} flush={builder.flush} onChange={change} />}
            {part === 'history' && (state === 'unpublished' ? <p className="nothing">{fr.builder.states.unpublished}</p> : <History slug={slug} />)}
          </Suspense>
        </div>
        <div className="builder-preview">
          <h2>{fr.builder.previewTitle}</h2>
          <Suspense fallback={<Loading />}>
            <Trial slug={slug} definition={definition} at={at} onRecord={record} />
          </Suspense>
        </div>
      </div>
    </Page>
  );
}

// The pages of a procedure and their questions: added, changed, moved by drag or by button, removed and put back.
import { useRef, useState } from 'react';
import type { ProcedureProblem } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { fr } from '../../locales/fr';
import {
  freePageId,
  freeQuestionId,
  insertPage,
  insertQuestion,
  movePage,
  moveQuestion,
  withoutPage,
  withoutQuestion,
  withPage,
  withQuestion,
  type Definition,
  type FormPage,
  type Question,
  type Spot,
} from './definition';
import { PageCard } from './PageCard';
import type { Dragged } from './QuestionRow';
import { questionTypes } from './types';

type Removed = { kind: 'question'; page: number; field: number; question: Question } | { kind: 'page'; page: number; step: FormPage };

interface Props {
  definition: Definition;
  problems: ProcedureProblem[];
  open: Spot | null;
  onOpen: (spot: Spot | null) => void;
  onChange: (definition: Definition) => void;
}

const soon = (work: () => void) => void setTimeout(work);
const focus = (selector: string) => soon(() => document.querySelector<HTMLElement>(selector)?.focus());

function PutBack({ removed, onUndo }: { removed: Removed; onUndo: () => void }) {
  const name = removed.kind === 'page' ? fr.builder.page(removed.page + 1, removed.step.title) : fr.builder.question(removed.question.label);
  return (
    <p className="block-removed" role="status">
      {fr.builder.removed(name)}{' '}
      <button type="button" className="plain-button" data-undo onClick={onUndo}>
        {fr.builder.undo}
      </button>
    </p>
  );
}

export function Pages({ definition, problems, open, onOpen, onChange }: Props) {
  const announce = useAnnounce();
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [target, setTarget] = useState<Dragged | null>(null);
  const steps = definition.steps;
  const latest = useRef(definition);
  latest.current = definition;

  const apply = (next: Definition) => {
    setRemoved(null);
    onChange(next);
  };
  const titleOf = (page: number) => steps[page]?.title ?? '';

  const addPage = () => {
    apply(insertPage(definition, steps.length, { id: freePageId(definition), title: fr.builder.newPage, fields: [] }));
    onOpen({ page: steps.length, field: null });
    focus(`[data-page="${steps.length}"] input`);
  };
  const shiftPage = (page: number, step: -1 | 1) => {
    const to = page + step;
    if (to < 0 || to >= steps.length) return;
    apply(movePage(definition, page, to));
    announce(fr.builder.moved(to + 1, steps.length));
    focus(`[data-page="${to}"] [data-page-move="${step}"]`);
  };
  const removePage = (page: number) => {
    const step = steps[page];
    if (step === undefined || steps.length === 1) return;
    onChange(withoutPage(definition, page));
    setRemoved({ kind: 'page', page, step });
    onOpen(null);
    focus('[data-undo]');
  };

  const addQuestion = (page: number, type: string) => {
    const field = steps[page]?.fields.length ?? 0;
    apply(insertQuestion(definition, page, field, { id: freeQuestionId(definition), type, label: '', ...structuredClone(questionTypes[type]?.start ?? {}) }));
    onOpen({ page, field });
    focus('.question-panel [data-first]');
  };
  const copyQuestion = (page: number, field: number, question: Question) => {
    apply(insertQuestion(definition, page, field + 1, { ...structuredClone(question), id: freeQuestionId(definition) }));
    onOpen({ page, field: field + 1 });
    focus('.question-panel [data-first]');
  };
  const place = (from: Dragged, to: Dragged) => {
    const question = steps[from.page]?.fields[from.field];
    if (question === undefined) return;
    apply(moveQuestion(definition, from, to));
    onOpen(null);
    const total = steps[to.page]?.fields.length ?? 0;
    announce(from.page === to.page ? fr.builder.moved(to.field + 1, total) : fr.builder.movedTo(fr.builder.question(question.label), titleOf(to.page)));
    focus(`[data-question="${question.id}"] [data-open]`);
  };
  const shiftQuestion = (page: number, field: number, step: -1 | 1) => {
    const total = steps[page]?.fields.length ?? 0;
    const question = steps[page]?.fields[field];
    const to = field + step;
    if (question === undefined || to < 0 || to >= total) return;
    apply(moveQuestion(definition, { page, field }, { page, field: to }));
    if (open?.page === page && open.field === field) onOpen({ page, field: to });
    else if (open?.page === page && open.field === to) onOpen({ page, field });
    announce(fr.builder.moved(to + 1, total));
    focus(`[data-question="${question.id}"] [data-move="${step}"]`);
  };
  const removeQuestion = (page: number, field: number, question: Question) => {
    onChange(withoutQuestion(definition, page, field));
    setRemoved({ kind: 'question', page, field, question });
    onOpen(null);
    focus('[data-undo]');
  };
  const putBack = () => {
    if (removed === null) return;
    if (removed.kind === 'page') apply(insertPage(definition, removed.page, removed.step));
    else apply(insertQuestion(definition, removed.page, removed.field, removed.question));
    if (removed.kind === 'question') focus(`[data-question="${removed.question.id}"] [data-open]`);
  };
  const drop = (to: Dragged) => {
    if (dragged !== null && (dragged.page !== to.page || dragged.field !== to.field)) place(dragged, to);
    setDragged(null);
    setTarget(null);
  };

  return (
    <div className="stack builder-pages">
      {removed !== null && <PutBack removed={removed} onUndo={putBack} />}
      {steps.map((step, page) => (
        <PageCard
          key={step.id}
          definition={definition}
          page={page}
          step={step}
          problems={problems.filter((problem) => problem.page === page)}
          open={open?.page === page ? open : null}
          target={dragged !== null && target?.page === page ? target.field : null}
          onOpen={onOpen}
          onChange={(change) => apply(withPage(definition, page, change))}
          onMove={(direction) => shiftPage(page, direction)}
          onRemove={() => removePage(page)}
          onAdd={(type) => addQuestion(page, type)}
          question={{
            change: (field, change) => apply(withQuestion(definition, page, field, change)),
            move: (field, direction) => shiftQuestion(page, field, direction),
            toPage: (field, to) => place({ page, field }, { page: to, field: steps[to]?.fields.length ?? 0 }),
            remove: (field, question) => removeQuestion(page, field, question),
            copy: (field, question) => copyQuestion(page, field, question),
            drag: setDragged,
            over: (field) => (target?.page !== page || target.field !== field) && setTarget({ page, field }),
            drop: (field) => drop({ page, field }),
          }}
        />
      ))}
      <div>
        <button type="button" className="tool add-page" onClick={addPage}>
          {fr.builder.addPage}
        </button>
      </div>
    </div>
  );
}

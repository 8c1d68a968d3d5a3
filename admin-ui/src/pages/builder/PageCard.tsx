// One page of the form: its title, when it is shown, its questions, and what may be added to it.
import { TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ProcedureProblem } from '../../api/types';
import { fr } from '../../locales/fr';
import { ConditionFields } from './ConditionFields';
import { conditionInWords } from './conditions';
import { earlierQuestions, questionsOf, textOf, type Definition, type FormPage, type Question, type Spot } from './definition';
import { QuestionRow, type Dragged } from './QuestionRow';
import { questionTypes } from './types';

interface QuestionActs {
  change: (field: number, change: Partial<Question>) => void;
  move: (field: number, step: -1 | 1) => void;
  toPage: (field: number, page: number) => void;
  remove: (field: number, question: Question) => void;
  copy: (field: number, question: Question) => void;
  drag: (dragged: Dragged | null) => void;
  over: (field: number) => void;
  drop: (field: number) => void;
}

interface Props {
  definition: Definition;
  page: number;
  step: FormPage;
  problems: ProcedureProblem[];
  open: Spot | null;
  target: number | null;
  onOpen: (spot: Spot | null) => void;
  onChange: (change: Partial<FormPage>) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
  onAdd: (type: string) => void;
  question: QuestionActs;
}

function Adder({ title, onAdd }: { title: string; onAdd: (type: string) => void }) {
  return (
    <details className="fold block-adder">
      <summary>
        <IconPlus size={20} aria-hidden /> <strong>{fr.builder.addQuestion}</strong>
        <span className="sr-only">{fr.builder.pageTools(title)}</span>
      </summary>
      <p className="quiet">{fr.builder.pickType}</p>
      <ul className="block-types">
        {Object.keys(questionTypes).map((type) => (
          <li key={type}>
            <button
              type="button"
              className="block-type"
              onClick={(event) => {
                event.currentTarget.closest('details')?.removeAttribute('open');
                onAdd(type);
              }}
            >
              <strong>{fr.builder.types[type]?.name}</strong>
              <span>{fr.builder.types[type]?.example}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function PageFields({ definition, page, step, onChange }: Pick<Props, 'definition' | 'page' | 'step' | 'onChange'>) {
  return (
    <div className="stack page-fields">
      <TextInput label={fr.builder.pageTitle} maxLength={120} value={step.title} onChange={(event) => onChange({ title: event.currentTarget.value })} />
      <TextInput label={fr.builder.pageIntro} maxLength={300} value={textOf(step.introduction)} onChange={(event) => onChange({ introduction: event.currentTarget.value || undefined })} />
      {page > 0 && (
        <ConditionFields
          name={`when-page-${step.id}`}
          question={fr.builder.whenPage}
          value={step.show_if}
          earlier={earlierQuestions(definition, { page, field: null })}
          onChange={(show_if) => onChange({ show_if })}
        />
      )}
    </div>
  );
}

function PageTools({ title, page, total, onMove, onRemove }: { title: string; page: number; total: number; onMove: (step: -1 | 1) => void; onRemove: () => void }) {
  const which = <span className="sr-only">{fr.builder.pageTools(title)}</span>;
  return (
    <div className="block-tools">
      <button type="button" className="tool" data-page-move="-1" aria-disabled={page === 0} onClick={() => onMove(-1)}>
        <IconArrowUp size={20} aria-hidden /> <span className="tool-word">{fr.builder.up}</span> {which}
      </button>
      <button type="button" className="tool" data-page-move="1" aria-disabled={page === total - 1} onClick={() => onMove(1)}>
        <IconArrowDown size={20} aria-hidden /> <span className="tool-word">{fr.builder.down}</span> {which}
      </button>
      <button type="button" className="tool" aria-disabled={total === 1} title={total === 1 ? fr.builder.lastPage : undefined} onClick={onRemove}>
        <IconTrash size={20} aria-hidden /> <span className="tool-word">{fr.builder.remove}</span> {which}
      </button>
    </div>
  );
}

export function PageCard(props: Props) {
  const { definition, page, step, problems, open, onOpen, question } = props;
  const isOpen = open !== null && open.field === null;
  const own = problems.filter(({ field }) => field === null);
  const faultsOf = (field: number) => problems.filter((problem) => problem.field === field).map(({ message }) => message);
  return (
    <section className="panel page-card" aria-labelledby={`page-${page}`} data-page={page} onDragOver={(event) => event.preventDefault()} onDrop={() => question.drop(Math.max(0, step.fields.length))}>
      <div className="block-head">
        <h2 id={`page-${page}`} tabIndex={-1}>
          {fr.builder.page(page + 1, step.title)}
        </h2>
        <PageTools title={step.title} page={page} total={definition.steps.length} onMove={props.onMove} onRemove={props.onRemove} />
      </div>
      {step.show_if !== undefined && <p className="quiet">{conditionInWords(step.show_if, questionsOf(definition))}</p>}
      {step.ends_if !== undefined && <p className="quiet">{fr.builder.mayEnd}</p>}
      {own.map(({ message }) => (
        <p key={message} className="field-error">
          {message}
        </p>
      ))}
      <button type="button" className="plain-button" aria-expanded={isOpen} onClick={() => onOpen(isOpen ? null : { page, field: null })}>
        {fr.builder.pageSettings}
        <span className="sr-only">{fr.builder.pageTools(step.title)}</span>
      </button>
      {isOpen && <PageFields definition={definition} page={page} step={step} onChange={props.onChange} />}
      {step.fields.length === 0 && <p className="quiet">{fr.builder.noQuestion}</p>}
      <ul className="question-list">
        {step.fields.map((one, field) => (
          <QuestionRow
            key={one.id}
            definition={definition}
            page={page}
            field={field}
            question={one}
            faults={faultsOf(field)}
            isOpen={open?.field === field}
            isTarget={props.target === field}
            onToggle={() => onOpen(open?.field === field ? null : { page, field })}
            onChange={(change) => question.change(field, change)}
            onMove={(direction) => question.move(field, direction)}
            onMoveToPage={(to) => question.toPage(field, to)}
            onRemove={() => question.remove(field, one)}
            onCopy={() => question.copy(field, one)}
            onDrag={question.drag}
            onOver={() => question.over(field)}
            onDrop={() => question.drop(field)}
          />
        ))}
      </ul>
      <Adder title={step.title} onAdd={props.onAdd} />
    </section>
  );
}

// One question in the list of its page: its words, its tools, and its panel while it is changed.
import { NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconGripVertical, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { fr } from '../../locales/fr';
import { conditionInWords } from './conditions';
import { questionsOf, type Definition, type Question } from './definition';
import { QuestionPanel } from './QuestionPanel';
import { questionTypes } from './types';

export interface Dragged {
  page: number;
  field: number;
}

interface Props {
  definition: Definition;
  page: number;
  field: number;
  question: Question;
  faults: string[];
  isOpen: boolean;
  isTarget: boolean; // what is dragged would land here
  onToggle: () => void;
  onChange: (change: Partial<Question>) => void;
  onMove: (step: -1 | 1) => void;
  onMoveToPage: (page: number) => void;
  onRemove: () => void;
  onCopy: () => void;
  onDrag: (dragged: Dragged | null) => void;
  onOver: () => void;
  onDrop: () => void;
}

function About({ definition, question, faults }: Pick<Props, 'definition' | 'question' | 'faults'>) {
  const name = fr.builder.types[question.type]?.name ?? question.type;
  const isOptional = questionTypes[question.type]?.asks === true && question.required !== true;
  return (
    <>
      <p className="quiet">
        {name}
        {isOptional && ` · ${fr.builder.optional}`}
      </p>
      {question.show_if !== undefined && <p className="quiet">{conditionInWords(question.show_if, questionsOf(definition))}</p>}
      {question.require_if !== undefined && <p className="quiet">{fr.builder.requiredIf}</p>}
      {faults.map((fault) => (
        <p key={fault} className="field-error">
          {fault}
        </p>
      ))}
    </>
  );
}

export function QuestionRow(props: Props) {
  const { definition, page, field, question, faults, isOpen, isTarget } = props;
  const [canDrag, setCanDrag] = useState(false); // by its handle only: text stays selectable
  const total = definition.steps[page]?.fields.length ?? 0;
  const label = fr.builder.question(question.label);
  const which = <span className="sr-only">{label}</span>;
  const onKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    props.onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  const others = definition.steps.map((step, index) => ({ value: String(index), label: fr.builder.page(index + 1, step.title) })).filter((_step, index) => index !== page);
  return (
    <li
      className={`question-row${isTarget ? ' is-target' : ''}`}
      data-question={question.id}
      draggable={canDrag}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', question.id);
        props.onDrag({ page, field });
      }}
      onDragEnd={() => {
        setCanDrag(false);
        props.onDrag(null);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        props.onOver();
      }}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        props.onDrop();
      }}
    >
      <div className="question-head" onKeyDown={onKey}>
        <span className="drag-handle" title={fr.builder.drag} aria-hidden onPointerDown={() => setCanDrag(true)} onPointerUp={() => setCanDrag(false)}>
          <IconGripVertical size={20} />
        </span>
        <div className="content-words">
          <h3>{label}</h3>
          <About definition={definition} question={question} faults={faults} />
        </div>
        <div className="block-tools">
          <button type="button" className="tool" data-open aria-expanded={isOpen} onClick={props.onToggle}>
            <IconPencil size={20} aria-hidden /> {isOpen ? fr.builder.closeEdit : fr.builder.edit} {which}
          </button>
          <button type="button" className="tool" data-move="-1" aria-disabled={field === 0} onClick={() => props.onMove(-1)}>
            <IconArrowUp size={20} aria-hidden /> <span className="tool-word">{fr.builder.up}</span> {which}
          </button>
          <button type="button" className="tool" data-move="1" aria-disabled={field === total - 1} onClick={() => props.onMove(1)}>
            <IconArrowDown size={20} aria-hidden /> <span className="tool-word">{fr.builder.down}</span> {which}
          </button>
        </div>
      </div>
      {isOpen && (
        <>
          <QuestionPanel definition={definition} page={page} field={field} question={question} onChange={props.onChange} />
          <div className="question-foot">
            {others.length > 0 && (
              <NativeSelect
                label={fr.builder.moveToPage}
                value=""
                data={[{ value: '', label: fr.builder.chooseStay }, ...others]}
                onChange={(event) => event.currentTarget.value !== '' && props.onMoveToPage(Number(event.currentTarget.value))}
              />
            )}
            <div className="block-tools">
              <button type="button" className="tool" onClick={props.onCopy}>
                <IconCopy size={20} aria-hidden /> {fr.builder.duplicate} {which}
              </button>
              <button type="button" className="tool" onClick={props.onRemove}>
                <IconTrash size={20} aria-hidden /> {fr.builder.remove} {which}
              </button>
              <button type="button" className="tool" onClick={props.onToggle}>
                {fr.builder.closeEdit} {which}
              </button>
            </div>
          </div>
        </>
      )}
    </li>
  );
}

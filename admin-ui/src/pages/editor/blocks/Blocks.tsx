// The blocks of a page: added, moved by button or by key, removed and put back; each with its own form.
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { Block } from '../../../api/types';
import { useAnnounce } from '../../../app/Announcer';
import { fr } from '../../../locales/fr';
import { keyOf, replaced } from './block_key';
import { focusSpot, type Faults } from './fields';
import { blockTypeNames, blockTypes, mostBlocks } from './types';

interface CardProps {
  block: Block;
  index: number;
  total: number;
  faults: Faults;
  onChange: (block: Block) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}

function Card({ block, index, total, faults, onChange, onMove, onRemove }: CardProps) {
  const { Form } = blockTypes[block.type];
  const { name } = fr.blocks.types[block.type];
  const which = <span className="sr-only">{fr.blocks.which(index + 1, name)}</span>;
  const onKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  const path = `blocks.${index}`;
  return (
    <section className="block" aria-labelledby={`${path}-title`} data-spot={path}>
      <div className="block-head" onKeyDown={onKey}>
        <h3 id={`${path}-title`} tabIndex={-1}>{fr.blocks.number(index + 1, name)}</h3>
        <div className="block-tools">
          <button type="button" className="tool" data-move="-1" aria-disabled={index === 0} onClick={() => onMove(-1)}>
            <IconArrowUp size={20} aria-hidden /> {fr.blocks.up}
            {which}
          </button>
          <button type="button" className="tool" data-move="1" aria-disabled={index === total - 1} onClick={() => onMove(1)}>
            <IconArrowDown size={20} aria-hidden /> {fr.blocks.down}
            {which}
          </button>
          <button type="button" className="tool" onClick={onRemove}>
            <IconTrash size={20} aria-hidden /> {fr.blocks.remove}
            {which}
          </button>
        </div>
      </div>
      {faults[path] !== undefined && <p className="field-error">{faults[path]}</p>}
      <div className="stack">
        <Form block={block} number={index + 1} path={path} faults={faults} onChange={(change) => onChange(replaced(block, { ...block, ...change }))} />
      </div>
    </section>
  );
}

interface Removed {
  block: Block;
  index: number;
}

function PutBack({ removed, onUndo }: { removed: Removed; onUndo: () => void }) {
  return (
    <p className="block-removed">
      {fr.blocks.removed(fr.blocks.types[removed.block.type].name)}{' '}
      <button type="button" className="plain-button" data-undo onClick={onUndo}>
        {fr.blocks.undo}
      </button>
    </p>
  );
}

function Adder({ onAdd }: { onAdd: (type: Block['type']) => void }) {
  return (
    <details className="fold block-adder">
      <summary>
        <strong>{fr.blocks.add}</strong>
      </summary>
      <ul className="block-types">
        {blockTypeNames.map((type) => (
          <li key={type}>
            <button
              type="button"
              className="block-type"
              onClick={(event) => {
                event.currentTarget.closest('details')?.removeAttribute('open');
                onAdd(type);
              }}
            >
              <strong>{fr.blocks.types[type].name}</strong>
              <span>{fr.blocks.types[type].hint}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface BlocksProps {
  blocks: Block[];
  faults: Faults;
  onChange: (blocks: Block[]) => void;
}

const soon = (work: () => void) => void setTimeout(work);

export default function Blocks({ blocks, faults, onChange }: BlocksProps) {
  const announce = useAnnounce();
  const list = useRef<HTMLDivElement>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const focusIn = (selector: string) => soon(() => list.current?.querySelector<HTMLElement>(selector)?.focus());

  const add = (type: Block['type']) => {
    onChange([...blocks, { type, ...structuredClone(blockTypes[type].start) }]);
    setRemoved(null);
    soon(() => focusSpot(`blocks.${blocks.length}`));
  };
  // The focus goes with the block, so that it can be moved again.
  const move = (index: number, step: -1 | 1) => {
    const to = index + step;
    const other = blocks[to];
    const moving = blocks[index];
    if (other === undefined || moving === undefined) return;
    onChange(blocks.map((block, at) => (at === to ? moving : at === index ? other : block)));
    setRemoved(null);
    announce(fr.blocks.moved(to + 1, blocks.length));
    focusIn(`[data-spot="blocks.${to}"] [data-move="${step}"]`);
  };
  const remove = (index: number) => {
    const block = blocks[index];
    if (block === undefined) return;
    onChange(blocks.filter((_block, at) => at !== index));
    setRemoved({ block, index });
    focusIn('[data-undo]');
  };
  const putBack = () => {
    if (removed === null) return;
    onChange([...blocks.slice(0, removed.index), removed.block, ...blocks.slice(removed.index)]);
    setRemoved(null);
    soon(() => focusSpot(`blocks.${removed.index}`));
  };
  return (
    <section className="stack" aria-labelledby="blocs">
      <div>
        <h2 id="blocs">{fr.blocks.title}</h2>
        <p className="quiet">{blocks.length === 0 ? fr.blocks.empty : fr.blocks.intro}</p>
      </div>
      <div className="stack" ref={list}>
        {blocks.map((block, index) => (
          <div key={keyOf(block)} className="stack">
            {removed?.index === index && <PutBack removed={removed} onUndo={putBack} />}
            <Card
              block={block}
              index={index}
              total={blocks.length}
              faults={faults}
              onChange={(next) => onChange(blocks.map((old, at) => (at === index ? next : old)))}
              onMove={(step) => move(index, step)}
              onRemove={() => remove(index)}
            />
          </div>
        ))}
        {removed !== null && removed.index >= blocks.length && <PutBack removed={removed} onUndo={putBack} />}
      </div>
      {blocks.length < mostBlocks ? <Adder onAdd={add} /> : <p className="quiet">{fr.blocks.full}</p>}
    </section>
  );
}

// The parts of a block that has several: one after the other, each can be taken away.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Block, BlockItem } from '../../../api/types';
import { fr } from '../../../locales/fr';
import { FaultLine, type Faults } from './fields';

interface ItemsProps {
  block: Block;
  path: string;
  faults: Faults;
  most: number;
  nameOf: (number: number) => string;
  add: string;
  onChange: (change: Partial<Block>) => void;
  children: (item: BlockItem, path: string, change: (part: Partial<BlockItem>) => void, index: number) => ReactNode;
}

export function Items({ block, path, faults, most, nameOf, add, onChange, children }: ItemsProps) {
  const items = block.items ?? [];
  const put = (next: BlockItem[]) => onChange({ items: next });
  return (
    <div className="stack" data-spot={`${path}.items`}>
      {items.map((item, index) => (
        <fieldset key={index} className="block-item">
          <legend>{nameOf(index + 1)}</legend>
          {children(item, `${path}.items.${index}`, (part) => put(items.map((old, at) => (at === index ? { ...old, ...part } : old))), index)}
          <div>
            <button type="button" className="plain-button" onClick={() => put(items.filter((_old, at) => at !== index))}>
              {fr.blocks.removeItem(nameOf(index + 1))}
            </button>
          </div>
        </fieldset>
      ))}
      <FaultLine path={`${path}.items`} faults={faults} />
      {items.length < most && (
        <div>
          <Button variant="default" onClick={() => put([...items, {}])}>
            {add}
          </Button>
        </div>
      )}
    </div>
  );
}

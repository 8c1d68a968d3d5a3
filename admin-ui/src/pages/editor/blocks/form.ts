// What the form of every type of block is given.
import type { Block } from '../../../api/types';
import type { Faults } from './fields';

export interface BlockFormProps {
  block: Block;
  number: number; // from 1, as it is shown
  path: string; // "blocks.2"
  faults: Faults;
  onChange: (change: Partial<Block>) => void;
}

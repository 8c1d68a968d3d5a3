// A lasting name for each block on the screen: blocks have no id, and an edited block is a new object.
import type { Block } from '../../../api/types';

const keys = new WeakMap<Block, string>();
let last = 0;

export function keyOf(block: Block): string {
  const known = keys.get(block);
  if (known !== undefined) return known;
  last += 1;
  keys.set(block, `b${last}`);
  return `b${last}`;
}

// The edited block stands where the old one stood.
export function replaced(old: Block, next: Block): Block {
  keys.set(next, keyOf(old));
  return next;
}

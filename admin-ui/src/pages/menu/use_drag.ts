// Rows that the pointer moves by their handle, on a screen that is touched too. The keyboard has the arrows beside it.
import { useRef, type PointerEvent } from 'react';

// `move` is told each time the row held passes its neighbour.
export function useDrag(move: (from: number, to: number) => void) {
  const held = useRef<number | null>(null);
  const over = (list: Element, y: number): number => {
    const middles = [...list.children].map((row) => row.getBoundingClientRect()).map(({ top, height }) => top + height / 2);
    return middles.filter((middle) => middle < y).length;
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const from = held.current;
    const list = event.currentTarget.closest('ol');
    if (from === null || list === null) return;
    const before = over(list, event.clientY);
    const to = before > from + 1 ? from + 1 : before < from ? from - 1 : from;
    if (to === from) return;
    held.current = to;
    move(from, to);
  };
  const release = () => {
    held.current = null;
  };
  return (index: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      held.current = index;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove,
    onPointerUp: release,
    onPointerCancel: release,
  });
}

export function movedTo<Item>(items: Item[], from: number, to: number): Item[] {
  const next = [...items];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

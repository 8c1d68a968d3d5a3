// Up and down one place. The button that was pressed keeps the focus while its row moves; at an end its neighbour takes it.
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';

interface ArrowsProps {
  index: number;
  count: number;
  up: string;
  down: string;
  isBusy?: boolean;
  onMove: (to: number) => void;
}

export function Arrows({ index, count, up, down, isBusy = false, onMove }: ArrowsProps) {
  const buttons = useRef<HTMLSpanElement>(null);
  const pressed = useRef<number | null>(null);
  useEffect(() => {
    if (pressed.current === null || isBusy) return;
    const both = [...(buttons.current?.querySelectorAll('button') ?? [])];
    const wanted = pressed.current < 0 ? both : both.reverse();
    wanted.find((button) => !button.disabled)?.focus();
    pressed.current = null;
  }, [index, isBusy]);
  const move = (step: number) => {
    pressed.current = step;
    onMove(index + step);
  };
  return (
    <span ref={buttons} className="menu-arrows">
      <button type="button" className="icon-button" aria-label={up} disabled={index === 0 || isBusy} onClick={() => move(-1)}>
        <IconArrowUp size={20} aria-hidden />
      </button>
      <button type="button" className="icon-button" aria-label={down} disabled={index === count - 1 || isBusy} onClick={() => move(1)}>
        <IconArrowDown size={20} aria-hidden />
      </button>
    </span>
  );
}

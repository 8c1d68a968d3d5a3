// The point of a picture that must stay in sight: a click, or the arrow keys.
import type { KeyboardEvent, MouseEvent } from 'react';
import { fr } from '../../locales/fr';

const step = 50; // thousandths, as the server counts
const moves: Record<string, [number, number]> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
const within = (value: number): number => Math.min(1000, Math.max(0, Math.round(value)));
const percent = (value: number): number => Math.round(value / 10);

interface FocalPointProps {
  src: string;
  x: number;
  y: number;
  onChange: (x: number, y: number) => void;
}

export function FocalPoint({ src, x, y, onChange }: FocalPointProps) {
  const place = (event: MouseEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onChange(within(((event.clientX - box.left) / box.width) * 1000), within(((event.clientY - box.top) / box.height) * 1000));
  };
  const move = (event: KeyboardEvent) => {
    const by = moves[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onChange(within(x + by[0]), within(y + by[1]));
  };
  return (
    <div>
      <p id="point-important" className="mantine-InputWrapper-label">
        {fr.media.focal}
      </p>
      <p className="quiet">{fr.media.focalHint}</p>
      <div
        className="focal"
        role="slider"
        tabIndex={0}
        aria-labelledby="point-important"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent(x)}
        aria-valuetext={fr.media.focalAt(percent(x), percent(y))}
        onClick={place}
        onKeyDown={move}
      >
        <img src={src} alt="" draggable={false} />
        <span className="focal-mark" style={{ left: `${percent(x)}%`, top: `${percent(y)}%` }} />
      </div>
    </div>
  );
}

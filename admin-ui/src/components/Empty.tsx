// A list with nothing in it says what it is for.
import { Mark } from './Mark';
import type { ReactNode } from 'react';

export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="empty">
      <Mark />
      <h2>{title}</h2>
      {children}
    </div>
  );
}

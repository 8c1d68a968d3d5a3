// Inputs of the blocks' forms: each knows the server's name of its field, shows its fault and is found by it.
import { Textarea, TextInput } from '@mantine/core';
import { createContext, useContext, type ReactNode } from 'react';
import { MarkdownField } from '../MarkdownField';
import type { RichHandle } from '../rich/RichText';

export type Faults = Record<string, string>; // by the server's names: "blocks.2.alt"

// The formatted texts on the screen, by the same names: a finding leads to a line in them.
export const RichSpots = createContext<Map<string, RichHandle>>(new Map());

interface FieldProps {
  path: string;
  faults: Faults;
  label: string;
  description?: string;
  maxLength: number;
  value: string | undefined;
  onChange: (text: string) => void;
}

export function Spot({ path, children }: { path: string; children: ReactNode }) {
  return <div data-spot={path}>{children}</div>;
}

export function LineField({ path, faults, value, onChange, ...rest }: FieldProps) {
  return (
    <Spot path={path}>
      <TextInput {...rest} value={value ?? ''} error={faults[path]} onChange={(event) => onChange(event.currentTarget.value)} />
    </Spot>
  );
}

export function TextField({ path, faults, value, onChange, ...rest }: FieldProps) {
  return (
    <Spot path={path}>
      <Textarea {...rest} rows={3} value={value ?? ''} error={faults[path]} onChange={(event) => onChange(event.currentTarget.value)} />
    </Spot>
  );
}

export function ProseField({ path, faults, value, onChange, ...rest }: FieldProps) {
  const spots = useContext(RichSpots);
  const keep = (handle: RichHandle | null) => {
    if (handle === null) spots.delete(path);
    else spots.set(path, handle);
  };
  return (
    <Spot path={path}>
      <MarkdownField {...rest} ref={keep} value={value ?? ''} error={faults[path]} onChange={onChange} />
    </Spot>
  );
}

// A field that is no text: its fault in words below it.
export function FaultLine({ path, faults }: { path: string; faults: Faults }) {
  return faults[path] === undefined ? null : <p className="field-error">{faults[path]}</p>;
}

// To the field of that name, or the first field inside it; to the heading of a whole block.
export function focusSpot(path: string): boolean {
  const spot = [...document.querySelectorAll<HTMLElement>('[data-spot]')].find((known) => known.dataset.spot === path);
  const target =
    spot?.querySelector<HTMLElement>(':scope > .block-head h3') ??
    spot?.querySelector<HTMLElement>('input, textarea, select, [contenteditable="true"]') ??
    spot?.querySelector<HTMLElement>('button');
  target?.scrollIntoView?.({ block: 'center' });
  target?.focus();
  return target !== undefined && target !== null;
}

// What the form of the details of each kind is given; how it leaves out what says nothing.
import type { ContentDetails } from '../../../api/types';
import type { Faults } from '../blocks/fields';

export interface DetailsFormProps {
  details: ContentDetails;
  faults: Faults;
  onChange: (details: ContentDetails) => void;
}

// Without what is empty: the server keeps what it is given, and "" is no price.
export function withPart<T extends object>(object: T, part: { [Key in keyof T]?: T[Key] | undefined }): T {
  const entries = Object.entries({ ...object, ...part }).filter(([, value]) => value !== undefined && value !== '' && value !== false);
  return Object.fromEntries(entries) as T;
}

export const textOf = (value: string | number | undefined): string => (typeof value === 'string' ? value : '');

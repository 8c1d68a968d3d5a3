// Where an entry of the menu can lead on this site, by kind.
import type { Section } from '../../api/site';
import type { ContentSummary } from '../../api/types';
import { fr } from '../../locales/fr';

export interface Destination {
  target: string;
  label: string;
}

export interface Destinations {
  parts: Destination[];
  sections: Destination[];
  pages: Destination[];
}

const isOnline = ({ kind, state }: ContentSummary): boolean => kind === 'page' && (state === 'published' || state === 'modified');

export function destinationsOf(sections: Section[], contents: ContentSummary[]): Destinations {
  return {
    parts: fr.menu.siteParts.map(([target, label]) => ({ target, label })),
    sections: sections.map(({ slug, title }) => ({ target: `/${slug}`, label: title })),
    pages: contents.filter(isOnline).map(({ section, slug, title }) => ({ target: `/${section}/${slug}`, label: title })),
  };
}

export function destinationOf({ parts, sections, pages }: Destinations, target: string): Destination | undefined {
  return [...parts, ...sections, ...pages].find((one) => one.target === target);
}

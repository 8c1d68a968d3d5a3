// The French texts with those of the editor's forms, which are fetched with them: the first screen does without.
import { fr as shared } from './fr';
import { blocks } from './fr/blocks';
import { details } from './fr/details';

export const fr = { ...shared, ...blocks, ...details } as const;

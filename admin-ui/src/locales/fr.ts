// The French texts by name: fr.common.close. Seen by the bundler as what it is, a list of constants.
export * as fr from './all';

export { numberText } from './fr/words';

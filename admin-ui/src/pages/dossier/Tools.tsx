// What agents do beside reading and answering: fetched after the case itself, which must show first.
export { CorrectionPicker, Corrections } from './Corrections';
export { Documents } from './Documents';
export { LetterPicker } from './LetterPicker';
export { Opinions } from './Opinions';
export { Notes, Work } from './Work';

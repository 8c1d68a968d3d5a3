// The tools of a case, each shown when their chunk is there.
import { lazy } from 'react';

const tools = () => import('./Tools');

export const CorrectionPicker = lazy(async () => ({ default: (await tools()).CorrectionPicker }));
export const Corrections = lazy(async () => ({ default: (await tools()).Corrections }));
export const Documents = lazy(async () => ({ default: (await tools()).Documents }));
export const LetterPicker = lazy(async () => ({ default: (await tools()).LetterPicker }));
export const Notes = lazy(async () => ({ default: (await tools()).Notes }));
export const Opinions = lazy(async () => ({ default: (await tools()).Opinions }));
export const Work = lazy(async () => ({ default: (await tools()).Work }));

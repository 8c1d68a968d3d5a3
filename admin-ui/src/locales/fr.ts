// Every French text of the application: one file per area in fr/.
import { contents } from './fr/contents';
import { directory } from './fr/directory';
import { dossiers } from './fr/dossiers';
import { frame } from './fr/frame';
import { home } from './fr/home';
import { procedures } from './fr/procedures';
import { rich } from './fr/rich';
import { readers } from './fr/readers';
import { townHall } from './fr/town_hall';

export { numberText } from './fr/words';
export const fr = { ...frame, ...home, ...dossiers, ...contents, ...directory, ...rich, ...procedures, ...readers, ...townHall } as const;

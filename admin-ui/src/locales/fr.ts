// Every French text of the application: one file per area in fr/.
import { alerts } from './fr/alerts';
import { checks } from './fr/checks';
import { acts } from './fr/acts';
import { contents } from './fr/contents';
import { directory } from './fr/directory';
import { dossiers } from './fr/dossiers';
import { frame } from './fr/frame';
import { home } from './fr/home';
import { media } from './fr/media';
import { planning } from './fr/planning';
import { procedures } from './fr/procedures';
import { readers } from './fr/readers';
import { rich } from './fr/rich';
import { sharing } from './fr/sharing';
import { townHall } from './fr/town_hall';
import { townHallPages } from './fr/town_hall_pages';

export { numberText } from './fr/words';

export const fr = {
  ...alerts,
  ...planning,
  ...checks,
  ...contents,
  ...acts,
  ...directory,
  ...dossiers,
  ...frame,
  ...home,
  ...media,
  ...procedures,
  ...readers,
  ...rich,
  ...sharing,
  ...townHall,
  ...townHallPages,
} as const;

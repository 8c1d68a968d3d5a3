// Words of the checks before publishing.
import { plural } from './words';

export const checks = {
  title: 'À vérifier avant de publier',
  none: 'Rien à signaler : le texte est prêt.',
  waiting: 'Vérification…',
  blocking: (count: number) => `${plural(count, 'point à corriger', 'points à corriger')} avant de publier`,
  advice: (count: number) => plural(count, 'conseil', 'conseils'),
  mustMend: 'À corriger avant de publier',
  goTo: 'Aller à l’endroit',
  goToWhat: (problem: string) => ` : ${problem}`,
} as const;

// Words of the online procedures.
import { plural } from './words';

export const procedures = {
  title: 'Démarches',
  intro: 'Ce que les habitants peuvent demander en ligne. Une démarche fermée reste visible, mais ne reçoit plus de demande.',
  open: 'Ouverte',
  models: 'Modèles prêts à ouvrir',
  modelsIntro: 'Les habitants ne les voient pas. Ouvrez ceux que votre mairie traite.',
  model: 'Modèle',
  failing: 'Cette démarche ne réussit plus ses essais. Fermez-la ou demandez de l’aide à votre exploitant.',
  closed: 'Fermée',
  close: 'Fermer',
  reopen: 'Ouvrir',
  confirmClose: 'Fermer la démarche',
  confirmOpen: 'Ouvrir la démarche',
  count: (count: number) => (count === 0 ? 'Aucune demande reçue' : plural(count, 'demande reçue', 'demandes reçues')),
  closeTitle: (title: string) => `Fermer « ${title} » ?`,
  closeText: 'Les habitants ne pourront plus envoyer cette demande. Celles que vous avez déjà reçues continuent.',
  openTitle: (title: string) => `Ouvrir « ${title} » ?`,
  openText: 'Les habitants pourront envoyer cette demande.',
  isOpen: (title: string) => `« ${title} » est ouverte.`,
  isClosed: (title: string) => `« ${title} » est fermée.`,
  empty: 'Aucune démarche n’est installée pour votre commune.',
} as const;

// Words of the contents shared by the intercommunality.
import { plural } from './words';

export const sharing = {
  title: 'Intercommunalité',
  intro: 'Les contenus que votre intercommunalité écrit pour toutes ses communes. Ils apparaissent sur votre site avec leur source. Vous n’avez rien à recopier.',
  nothing: 'Rien de partagé pour le moment',
  nothingText: 'Quand votre intercommunalité publiera des contenus pour ses communes, vous les trouverez ici.',
  spaceText: 'Ce que vous publiez ici est proposé à toutes vos communes.',
  policy: 'Que voulez-vous afficher ?',
  policies: {
    accept: 'Tout afficher',
    ask: 'Me demander pour chaque contenu',
    refuse: 'Ne rien afficher',
  },
  policyHints: {
    accept: 'Les nouveaux contenus apparaissent d’eux-mêmes. Vous pouvez en masquer.',
    ask: 'Chaque contenu attend votre accord.',
    refuse: 'Seuls les contenus que vous avez choisis un par un restent affichés.',
  },
  saved: 'Votre choix est enregistré.',
  items: (count: number) => plural(count, 'contenu partagé', 'contenus partagés'),
  shown: 'Affiché',
  hidden: 'Masqué',
  waiting: 'En attente de votre accord',
  show: 'Afficher',
  hide: 'Masquer',
  showOf: (title: string) => `Afficher : ${title}`,
  hideOf: (title: string) => `Masquer : ${title}`,
  kinds: { page: 'Page', news: 'Actualité', event: 'Événement', alert: 'Alerte' },
  see: 'Voir sur le site',
} as const;

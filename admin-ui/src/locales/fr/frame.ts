// Words that every screen shares: errors, navigation, signing in.
import { plural } from './words';

export const product = 'Clocher';

export const error = {
  network: 'Pas de réponse du serveur. Vérifiez votre connexion, puis réessayez. Ce que vous avez écrit est gardé.',
  unexpected: 'Le serveur a eu un problème. Rien n’a été modifié. Réessayez dans quelques minutes.',
  tooLarge: 'L’envoi est trop lourd. Raccourcissez le texte, puis réessayez.',
  tooMany: 'Trop de demandes à la suite. Patientez une minute, puis réessayez.',
  title: 'Cela n’a pas marché',
  retry: 'Réessayer',
  crashTitle: 'Cette page a rencontré un problème',
  crashText: 'Ce n’est pas de votre faute. Rechargez la page. Si le problème continue, prévenez votre intercommunalité.',
  reload: 'Recharger la page',
} as const;

export const common = {
  loading: 'Chargement…',
  cancel: 'Annuler',
  close: 'Fermer',
  back: 'Retour',
  required: 'obligatoire',
  optional: 'facultatif',
  newTab: '(nouvel onglet)',
  more: 'Afficher la suite',
} as const;

export const nav = {
  label: 'Administration',
  skip: 'Aller au contenu',
  menu: 'Menu',
  closeMenu: 'Fermer le menu',
  home: 'Accueil',
  dossiers: 'Demandes',
  contents: 'Pages et actualités',
  money: 'Argent',
  procedures: 'Démarches',
  townHall: 'La mairie',
  outbox: 'Envois',
  site: 'Voir le site',
  logout: 'Se déconnecter',
  townHallOf: 'Mairie',
  spaceOf: 'Espace partagé',
  unread: (count: number) => plural(count, 'demande non lue', 'demandes non lues'),
  failed: (count: number) => plural(count, 'envoi en échec', 'envois en échec'),
} as const;

export const login = {
  title: 'Se connecter',
  intro: 'L’espace de travail de votre mairie.',
  email: 'Adresse électronique',
  password: 'Mot de passe',
  show: 'Afficher ou masquer le mot de passe',
  submit: 'Se connecter',
  waiting: (seconds: number) =>
    `Trop d’essais. Vous pourrez réessayer dans ${seconds < 60 ? plural(seconds, 'seconde', 'secondes') : plural(Math.ceil(seconds / 60), 'minute', 'minutes')}.`,
  waitOver: 'Vous pouvez réessayer.',
  emailRequired: 'Indiquez votre adresse électronique.',
  passwordRequired: 'Indiquez votre mot de passe.',
  forgotten: 'Mot de passe oublié ? Votre intercommunalité peut vous en donner un nouveau.',
  againTitle: 'Votre session est terminée',
  againText: 'Connectez-vous pour continuer. Rien n’est perdu : votre travail reprend là où il en était.',
  leave: 'Me reconnecter plus tard',
} as const;

export const notFound = {
  title: 'Cette page n’existe pas',
  text: 'L’adresse est peut-être incomplète, ou l’élément a été supprimé.',
  home: 'Revenir à l’accueil',
} as const;

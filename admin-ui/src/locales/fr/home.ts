// Words of the dashboard.
import { plural } from './words';

export const home = {
  home: {
    title: 'Accueil',
    hello: (name: string) => `Bonjour ${name}`,
    remaining: (count: number) => `Il reste ${plural(count, 'chose', 'choses')} à faire`,
    nothing: 'Tout est à jour',
    nothingText: 'Aucune demande n’attend, aucun courriel n’est bloqué. Bonne journée.',
    checking: 'Un instant…',
    unread: (count: number) => plural(count, 'demande à lire', 'demandes à lire'),
    unreadText: (count: number) => (count === 1 ? 'Un habitant vous a écrit.' : 'Des habitants vous ont écrit.'),
    failed: (count: number) => plural(count, 'courriel n’est pas parti', 'courriels ne sont pas partis'),
    failedText: 'Vérifiez l’adresse, puis renvoyez.',
    modified: (count: number) => plural(count, 'texte modifié, pas encore publié', 'textes modifiés, pas encore publiés'),
    modifiedText: 'Les habitants lisent encore l’ancienne version.',
    stale: 'À regarder',
    recent: 'Qui a changé quoi',
    by: (name: string, when: string) => `${name}, ${when}`,
    shortcuts: 'Que voulez-vous faire ?',
    alert: 'Publier une alerte',
    alertText: 'Coupure d’eau, route barrée, tempête…',
    writeNews: 'Écrire une actualité',
    writeNewsText: 'Travaux, réunion, bonne nouvelle…',
    seeDossiers: 'Voir les demandes',
    seeDossiersText: (count: number) => (count === 0 ? 'Aucune demande en cours.' : plural(count, 'demande en cours.', 'demandes en cours.')),
    editPages: 'Modifier une page',
    editPagesText: 'Salle des fêtes, école, déchets…',
    editTownHall: 'Mettre à jour la mairie',
    editTownHallText: 'Horaires, téléphone, adresse.',
  },
} as const;

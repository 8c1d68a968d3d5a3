// Words of what the legal pages need to know.
import { plural } from './words';

export const legal = {
  intro: 'Les mentions légales et la page des données personnelles s’écrivent seules. Voici ce qu’elles ne peuvent pas deviner.',
  publisher: 'Qui répond du site',
  director: 'Directeur de la publication',
  directorHint: (mayor: string) => (mayor === '' ? 'En général le maire. Vide, le site écrit « Le maire ».' : `Vide, le site écrit le nom du maire : ${mayor}.`),
  host: 'Hébergeur du site',
  hostHint: 'Son nom, son adresse et son téléphone, en une ligne.',
  hostKnown: (name: string) => `Hébergeur : ${name}. Votre plateforme le dit pour toutes ses communes : vous n’avez rien à faire.`,
  privacy: 'Données personnelles',
  dpo: 'Délégué à la protection des données',
  dpoHint: 'Son nom, puis son courriel ou son adresse. Chaque commune doit en avoir un ; souvent, le centre de gestion ou l’intercommunalité le fournit.',
  reuse: 'Photos et textes',
  credits: 'Crédits des photographies',
  creditsHint: 'Qui a pris les photos du site. Chaque photo peut aussi dire son auteur, dans la médiathèque.',
  uncredited: (count: number) => plural(count, 'photo du site ne dit pas encore qui l’a prise.', 'photos du site ne disent pas encore qui les a prises.'),
  licence: 'Réutilisation de vos textes',
  noLicence: 'Pas encore choisi',
  licences: [
    ['ouverte', 'Licence Ouverte 2.0 : reprise libre en citant la commune'],
    ['by-sa', 'CC BY-SA : reprise libre, sous la même licence'],
    ['reserved', 'Tous droits réservés'],
  ],
  missing: 'Il manque encore',
  missingDirector: 'le nom du maire ou du directeur de la publication',
  missingHost: 'l’hébergeur',
  missingDpo: 'le délégué à la protection des données',
  missingLicence: 'ce que chacun peut faire de vos textes',
  see: 'Relire les pages publiées :',
  notice: 'Mentions légales',
  privacyPage: 'Données personnelles',
} as const;

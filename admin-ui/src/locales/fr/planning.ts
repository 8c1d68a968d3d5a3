// Words of a publication that waits for its hour.
export const planning = {
  when: 'Quand ?',
  now: 'Maintenant',
  later: 'Plus tard',
  moment: 'Date et heure de publication',
  momentMissing: 'Indiquez une date et une heure à venir.',
  planned: (moment: string) => `Ce texte sera publié le ${moment}.`,
  plannedOver: (moment: string) => `La nouvelle version sera publiée le ${moment}. Jusque-là, les habitants lisent l’ancienne.`,
  giveUp: 'Renoncer à cette publication',
  givenUp: 'La publication prévue est annulée.',
  done: (moment: string) => `C’est prévu pour le ${moment}.`,
  plan: 'Prévoir la publication',
} as const;

// Words of the work on cases: deadlines, documents.
import { plural } from './words';

export const clocks = {
  title: 'Délais',
  receipt: 'Accusé de réception',
  receiptStates: {
    sent: 'Parti',
    pending: 'En cours d’envoi',
    failed: 'Pas remis',
    unknown: 'Envoyé à la réception',
  },
  receiptBy: (day: string) => `Dû avant le ${day}. Renvoyez le courriel ou écrivez au demandeur par la poste.`,
  silence: 'Sans réponse de la mairie',
  silenceNone: 'Rien n’est décidé : la loi ne donne pas de sens au silence.',
  acceptance: (day: string) => `Acceptée le ${day}`,
  rejection: (day: string) => `Refusée le ${day}`,
  acceptanceStopped: 'Le délai ne court pas tant que des pièces manquent. Il repart de zéro quand elles arrivent.',
  suspended: (day: string) => `Délai suspendu jusqu’à la réponse, au plus tard le ${day}.`,
  suspendedDays: (count: number) => `Délai prolongé de ${plural(count, 'jour', 'jours')}.`,
  awaited: (day: string) => `Réponse du demandeur attendue avant le ${day}.`,
  decided: (day: string) => `Décidée le ${day}. Plus aucun délai ne court.`,
  decidedBySilence: {
    acceptance: 'Acceptée par la loi : la mairie n’a pas répondu à temps. Le demandeur a droit à une attestation.',
    rejection: 'Refusée par la loi : la mairie n’a pas répondu à temps. Vous pouvez encore rouvrir la demande.',
  },
  late: 'En retard',
  lateSince: (day: string) => `En retard depuis le ${day}`,
  soon: (day: string) => `Avant le ${day}`,
  column: 'Échéance',
} as const;

export const caseDocuments = {
  title: 'Documents',
  intro: 'Ils sont établis en quelques secondes, en PDF.',
  kinds: { case_proof: 'Preuve des délais', silence_attestation: 'Attestation d’acceptation' } as Record<string, string>,
  make: { case_proof: 'Établir la preuve des délais', silence_attestation: 'Établir l’attestation d’acceptation' },
  of: (kind: string, when: string) => `${kind}, ${when}`,
  download: (kind: string, when: string) => `${kind}, ${when} (PDF)`,
  queued: 'en préparation',
  again: 'Réessayer',
} as const;

export const urgency = {
  filter: 'Trier par échéance',
  tabs: { late: 'En retard', week: 'À finir cette semaine' },
  late: (count: number) => plural(count, 'demande en retard', 'demandes en retard'),
  lateText: 'Un délai est passé. Commencez par là.',
  soon: (count: number) => plural(count, 'demande à finir cette semaine', 'demandes à finir cette semaine'),
  soonText: 'Un délai se termine dans les sept jours.',
} as const;

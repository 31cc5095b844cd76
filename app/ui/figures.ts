import type { ShownFigure } from '~/statutes/figure-keys'
import type { Figure, Reason } from '~/statutes/ruling'
import { euros, frenchDate, frenchNumber } from './format'

/** What each figure of a ruling is called in French. */
const labels: Record<ShownFigure, string> = {
  abstained: 'Abstentions',
  admitted: 'Admis le',
  against: 'Contre',
  amountCents: 'Montant',
  asked: 'Étapes exigées',
  base: 'Sur un total de',
  blank: 'Blancs',
  body: 'Instance',
  by: 'Organe saisi',
  cast: 'Suffrages exprimés',
  category: 'Catégorie',
  cents: 'Somme',
  convened: 'Convoqués',
  counted: 'Comptés',
  date: 'Date',
  days: 'Jours',
  deadline: 'Date limite',
  department: 'Département',
  dueOn: 'Échéance',
  duesPaidOn: 'Cotisation réglée le',
  earliest: 'Au plus tôt',
  failedOn: 'Première session',
  for: 'Pour',
  held: 'Pouvoirs détenus',
  hours: 'Heures',
  joinedOn: 'Entrée au registre',
  lastDay: 'Dernier jour possible',
  lastSendingDay: 'Dernier jour d’envoi',
  limit: 'Limite',
  max: 'Au plus',
  maxVoices: 'Voix reçues au plus',
  meetingDate: 'Date de la réunion',
  members: 'Membres',
  missing: 'Il manque',
  months: 'Mois',
  noticeDays: 'Jours de préavis',
  organ: 'Organe compétent',
  otherOn: 'Autre assemblée',
  owedCents: 'Reste dû',
  present: 'Présents ou représentés',
  region: 'Territoire',
  required: 'Minimum exigé',
  round: 'Tour',
  seats: 'Sièges',
  seatsHeld: 'Sièges pourvus',
  secret: 'Vote secret',
  sentOn: 'Jour de l’envoi',
  since: 'Compté depuis',
  source: 'Acte cité',
  steps: 'Étapes',
  suspended: 'Suspendu',
  taken: 'Étapes accomplies',
  today: 'Jour de l’acte',
  toldForFirst: 'Annoncé pour la première session',
  toldInTime: 'Prévenus à temps',
  undelivered: 'Courriels non remis',
  unit: 'Compté en',
  unpaidYears: 'Années impayées',
  unread: 'Réponses à lire',
  voices: 'Voix',
  waitingMails: 'Courriels en attente',
  withinDays: 'Délai en jours',
  year: 'Exercice',
}

const words: Record<string, string> = {
  members: 'membres',
  voices: 'voix',
  founder: 'fondateur',
  active: 'actif',
  honorary: 'honoraire',
  president: 'présidence',
  bureau: 'Bureau',
  ago: 'assemblée générale ordinaire',
  age: 'assemblée générale extraordinaire',
}

function nothing(key: string): string {
  if (/^max/.test(key) || key === 'limit' || key === 'withinDays') return 'sans limite'
  return /(On|date|deadline|day)$/i.test(key) ? 'aucune date' : 'aucun'
}

function value(key: string, figure: Figure): string {
  if (figure === null) return nothing(key)
  if (typeof figure === 'boolean') return figure ? 'oui' : 'non'
  if (key === 'year') return String(figure)
  if (typeof figure === 'number') return /cents$/i.test(key) ? euros(figure) : frenchNumber(figure)
  return words[figure] ?? frenchDate(figure)
}

/** Kept with the act and not for reading: members and acts by their id, states by their key. */
const isShown = (key: string): key is ShownFigure => Object.hasOwn(labels, key)

/** The figures of a ruling as rows to read: French name, French value. */
export function figureRows(figures: Reason['figures']): { label: string; value: string }[] {
  return Object.entries(figures).flatMap(([key, figure]) =>
    isShown(key) ? [{ label: labels[key], value: value(key, figure) }] : [],
  )
}

/** « 13.2-c » → « 13.2 »: the article that holds a rule. */
export function articleOf(rule: string): string {
  return rule.replace(/-[a-z]+$/, '')
}

export function articleHref(rule: string): string {
  return `/statuts#art-${articleOf(rule)}`
}

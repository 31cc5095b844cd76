import type { Reason } from '~/statutes/ruling'
import { euros, frenchDate, frenchNumber, share } from './format'

type Figure = Reason['figures'][string]

/** What each figure of a ruling is called in French. A key that is missing here is shown as it is written. */
const labels: Record<string, string> = {
  abstained: 'Abstentions',
  accepted: 'Accepté',
  admitted: 'Admis le',
  against: 'Contre',
  atLeast: 'Au moins',
  base: 'Sur un total de',
  blank: 'Blancs',
  body: 'Instance',
  cast: 'Suffrages exprimés',
  category: 'Catégorie',
  counted: 'Comptés',
  date: 'Date',
  days: 'Jours',
  daysLeft: 'Jours restants',
  deadline: 'Date limite',
  duesPaidOn: 'Cotisation réglée le',
  failedOn: 'Première session',
  for: 'Pour',
  fraction: 'Part exigée',
  from: 'Donné par',
  given: 'Déjà donnés',
  held: 'Déjà détenus',
  lastDay: 'Dernier jour possible',
  lastSendingDay: 'Dernier jour d’envoi',
  limit: 'Limite',
  margin: 'Écart',
  max: 'Au plus',
  maxVoices: 'Voix reçues au plus',
  meetingDate: 'Date de la réunion',
  members: 'Membres',
  missing: 'Il manque',
  moreThan: 'Plus de',
  months: 'Mois d’ancienneté',
  noticeDays: 'Jours de préavis',
  present: 'Présents ou représentés',
  represented: 'Représentés',
  required: 'Exigés',
  secret: 'Vote secret',
  sentOn: 'Envoyée le',
  session: 'Session',
  share: 'Part exigée',
  suspended: 'Suspendu',
  threshold: 'Seuil',
  to: 'Donné à',
  unit: 'Compté en',
  voices: 'Voix',
  voters: 'Votants',
  withinDays: 'Délai en jours',
}

const words: Record<string, string> = {
  members: 'membres',
  voices: 'voix',
  founder: 'fondateur',
  active: 'actif',
  honorary: 'honoraire',
  ago: 'assemblée générale ordinaire',
  age: 'assemblée générale extraordinaire',
  bureau: 'Bureau',
  for: 'pour',
  against: 'contre',
}

function value(key: string, figure: Figure): string {
  if (figure === null) return 'sans limite'
  if (typeof figure === 'boolean') return figure ? 'oui' : 'non'
  if (typeof figure === 'number') return /cents$/i.test(key) ? euros(figure) : frenchNumber(figure)
  return words[figure] ?? share(frenchDate(figure))
}

/** The figures of a ruling as rows to read: French name, French value. */
export function figureRows(figures: Reason['figures']): { label: string; value: string }[] {
  return Object.entries(figures).map(([key, figure]) => ({ label: labels[key] ?? key, value: value(key, figure) }))
}

/** « 13.2-c » → « 13.2 »: the article that holds a rule. */
export function articleOf(rule: string): string {
  return rule.replace(/-[a-z]+$/, '')
}

export function articleHref(rule: string): string {
  return `/statuts#art-${articleOf(rule)}`
}

import type { Reason } from '~/statutes/ruling'
import { euros, frenchDate, frenchNumber } from './format'

type Figure = Reason['figures'][string]

/** What each figure of a ruling is called in French. A key that is missing here is shown as it is written. */
const labels: Record<string, string> = {
  abstained: 'Abstentions',
  admitted: 'Admis le',
  against: 'Contre',
  asked: 'Étapes exigées',
  base: 'Sur un total de',
  blank: 'Blancs',
  by: 'Organe saisi',
  cast: 'Suffrages exprimés',
  category: 'Catégorie',
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
  owedCents: 'Reste dû',
  present: 'Présents ou représentés',
  region: 'Territoire',
  required: 'Minimum exigé',
  round: 'Tour',
  secret: 'Vote secret',
  sentOn: 'Jour de l’envoi',
  since: 'Compté depuis',
  source: 'Acte cité',
  steps: 'Étapes',
  suspended: 'Suspendu',
  taken: 'Étapes accomplies',
  today: 'Jour de l’acte',
  unit: 'Compté en',
  unpaidYears: 'Années impayées',
  voices: 'Voix',
  withinDays: 'Délai en jours',
}

const words: Record<string, string> = {
  members: 'membres',
  voices: 'voix',
  founder: 'fondateur',
  active: 'actif',
  honorary: 'honoraire',
}

/** Members and acts named by their id, states by their key: kept with the act, not for reading. */
const hidden = new Set(['from', 'to', 'stage', 'next', 'closedAs', 'entered', 'reprise'])

function nothing(key: string): string {
  if (/^max/.test(key) || key === 'limit' || key === 'withinDays') return 'sans limite'
  return /(On|date|deadline|day)$/i.test(key) ? 'aucune date' : 'aucun'
}

function value(key: string, figure: Figure): string {
  if (figure === null) return nothing(key)
  if (typeof figure === 'boolean') return figure ? 'oui' : 'non'
  if (typeof figure === 'number') return /cents$/i.test(key) ? euros(figure) : frenchNumber(figure)
  return words[figure] ?? frenchDate(figure)
}

/** The figures of a ruling as rows to read: French name, French value. */
export function figureRows(figures: Reason['figures']): { label: string; value: string }[] {
  return Object.entries(figures)
    .filter(([key]) => !hidden.has(key))
    .map(([key, figure]) => ({ label: labels[key] ?? key, value: value(key, figure) }))
}

/** « 13.2-c » → « 13.2 »: the article that holds a rule. */
export function articleOf(rule: string): string {
  return rule.replace(/-[a-z]+$/, '')
}

export function articleHref(rule: string): string {
  return `/statuts#art-${articleOf(rule)}`
}

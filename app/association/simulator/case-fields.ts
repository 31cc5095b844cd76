import type { CategoryField, PresidentVote, SimulatorCase, ThresholdKind } from './case'
import { CATEGORY_FIELDS } from './case'

/** The case in the address: French names, one a figure, so that a case is a link. */
export const FIELD_NAMES: Record<CategoryField, string> = {
  members: 'membres',
  voices: 'voix',
  present: 'presents',
  represented: 'representes',
  for: 'pour',
  against: 'contre',
  abstained: 'abstentions',
  blank: 'blancs',
}

export const fieldName = (field: CategoryField, category: string) => `${FIELD_NAMES[field]}.${category}`

const PRESIDENT: readonly PresidentVote[] = ['for', 'against', 'none', 'absent']
const KINDS: readonly ThresholdKind[] = ['moreThan', 'atLeast', 'relative']
export const MOST_MEMBERS = 2_000
const MOST_VOICES = 1_000

const SHARE = /^\s*(\d{1,4})\s*\/\s*(\d{1,4})\s*$/

/** « 1 / 3 » → '1/3'; null when it is no fraction between 0 and 1. */
function shareOf(text: string): string | null {
  const [, num, den] = SHARE.exec(text) ?? []
  if (num === undefined || den === undefined) return null
  return Number(den) > 0 && Number(num) <= Number(den) ? `${Number(num)}/${Number(den)}` : null
}

export type Faults = Record<string, string>
type Fields = { get(name: string): unknown; has(name: string): boolean }

/** Reads the fields over a starting case: what is not said stays, what cannot be is told beside its field and left as it was. */
export function readCase(fields: Fields, start: SimulatorCase): { given: SimulatorCase; faults: Faults } {
  const faults: Faults = {}
  const text = (name: string) => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : null
  }
  const whole = (name: string, known: number, most: number) => {
    const typed = text(name)
    if (typed === null) return known
    if (/^\s*\d{1,5}\s*$/.test(typed) && Number(typed) <= most) return Number(typed)
    faults[name] = `Un nombre entier de 0 à ${most}.`
    return known
  }
  const oneOf = <T extends string>(name: string, known: T, admitted: readonly T[]) =>
    admitted.find((each) => each === text(name)) ?? known
  const share = (name: string, known: string) => {
    const typed = text(name)
    if (typed === null) return known
    const read = shareOf(typed)
    if (read === null) faults[name] = 'Une fraction, par exemple 2/3.'
    return read ?? known
  }
  const quorum = () => {
    const typed = text('quorum')
    if (typed === null || typed.trim() === '') return typed === null ? start.quorum : ''
    if (/^\s*\d{1,4}\s*$/.test(typed)) return String(Number(typed))
    const read = shareOf(typed)
    if (read === null) faults.quorum = 'Une fraction (1/3), un nombre de membres (2), ou rien.'
    return read ?? start.quorum
  }
  const categories = Object.entries(start.categories).map(([key, known]) => {
    const figures = CATEGORY_FIELDS.map((field) => [
      field,
      whole(fieldName(field, key), known[field], field === 'voices' ? MOST_VOICES : MOST_MEMBERS),
    ])
    return [key, { ...known, ...Object.fromEntries(figures) }]
  })
  const given: SimulatorCase = {
    ...start,
    secret: fields.has('pour-essai') ? text('secret') === 'on' : start.secret,
    president: oneOf('president', start.president, PRESIDENT),
    quorum: quorum(),
    majority: { kind: oneOf('majorite', start.majority.kind, KINDS), share: share('seuil', start.majority.share) },
    categories: Object.fromEntries(categories),
  }
  return { given, faults }
}

/** The address of a case. */
export function caseSearch(given: SimulatorCase): string {
  const params = new URLSearchParams({ corps: given.body, session: String(given.session), 'pour-essai': '1' })
  if (given.secret) params.set('secret', 'on')
  params.set('president', given.president)
  params.set('quorum', given.quorum)
  params.set('majorite', given.majority.kind)
  params.set('seuil', given.majority.share)
  for (const [key, figures] of Object.entries(given.categories))
    for (const field of CATEGORY_FIELDS) params.set(fieldName(field, key), String(figures[field]))
  return params.toString()
}

import type { Statutes } from '~/statutes/schema'

/** Kept as they are: what is nothing (0) or one of a kind would turn the sentence, not only its figure. */
const FIXED = new Set(['format', 'effectiveFrom', 'seats', 'article'])
const FRACTION = /^(\d+)\/(\d+)$/

function other(key: string, value: unknown): unknown {
  if (FIXED.has(key)) return value
  if (typeof value === 'number') return value === 0 ? 0 : value > 1_000 ? value * 3 + 100 : value + 1
  if (typeof value === 'string') {
    if (FRACTION.test(value)) return value === '3/7' ? '4/9' : '3/7'
    if (key === 'fiscalYearEnd') return value === '08-17' ? '09-18' : '08-17'
    return key === 'name' ? '…' : value
  }
  if (Array.isArray(value)) return key === 'region' ? value.map(() => '0') : value.map((each) => other('', each))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, other(name, each)]))
  return value
}

/** Statutes of the same build in which every number, fraction and day is another: only to be compared, never to be applied. */
export function otherChoices(statutes: Statutes): Statutes {
  return other('', statutes) as Statutes
}

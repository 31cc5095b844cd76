import { readAmount } from '~/platform/spreadsheet/cells/amount'
import { directionOf, saysDirection } from './direction'
import type { Role } from './reading'

type Rows = readonly { cells: readonly string[] }[]
type Roles = readonly (Role | null)[]

const DAY = /^(\d{1,2}[/.-]\d{1,2}[/.-](\d{2}|\d{4})|\d{4}[/-]\d{2}[/-]\d{2})([ T].*)?$/
const isDay = (text: string) => DAY.test(text)
const isSum = (text: string) => /[.,]\d{2}\D{0,5}$/.test(text) && readAmount(text).is === 'read'
const centsAt = (cells: readonly string[], place: number) => {
  const amount = readAmount(cells[place] ?? '')
  return amount.is === 'read' ? amount.value.cents : null
}

/**
 * The roles that the names of the columns did not give, found by what the columns hold: days, sums (one, or two that are never both
 * filled, or one with the balance that follows from it), words of direction, the longest text. What stays in doubt stays null.
 */
export function guessColumns(rows: Rows, named: Roles): (Role | null)[] {
  const roles = [...named]
  const width = Math.max(roles.length, ...rows.map(({ cells }) => cells.length))
  while (roles.length < width) roles.push(null)
  const has = (role: Role) => roles.includes(role)
  const free = () => roles.flatMap((role, place) => (role === null ? [place] : []))
  const values = (place: number) => rows.map(({ cells }) => cells[place] ?? '')
  const share = (place: number, test: (text: string) => boolean) => values(place).filter(test).length / Math.max(1, rows.length) // prettier-ignore
  const give = (place: number | undefined, role: Role) => {
    if (place !== undefined) roles[place] = role
  }
  for (const place of roles.keys())
    if ((roles[place] === null || roles[place] === 'none') && !has('direction') && saysDirection(values(place)))
      give(place, 'direction')
  if (!has('on'))
    give(
      free().find((place) => share(place, isDay) >= 0.5),
      'on',
    )
  if (!has('amount') && !has('credit'))
    guessSums(
      rows,
      roles,
      free().filter((place) => share(place, isSum) > 0.2),
    )
  if (!has('label'))
    give(
      longest(
        free().filter((place) => share(place, isWords) > 0.2),
        values,
      ),
      'label',
    )
  for (const place of free()) if (values(place).every((text) => text === '')) give(place, 'none')
  return roles
}

const isWords = (text: string) => /\p{L}{2}/u.test(text) && directionOf(text) === null

function longest(places: readonly number[], values: (place: number) => string[]): number | undefined {
  const lengths = places.map((place) => ({ place, length: values(place).join('').length }))
  return lengths.toSorted((a, b) => b.length - a.length)[0]?.place
}

function guessSums(rows: Rows, roles: (Role | null)[], places: readonly number[]): void {
  const [first, second, ...others] = places
  if (first === undefined || others.length > 0) return
  if (second === undefined) {
    roles[first] = 'amount'
    return
  }
  const pairs = rows.map(({ cells }) => [centsAt(cells, first), centsAt(cells, second)] as const)
  if (pairs.every(([a, b]) => a === null || b === null)) guessPair(pairs, roles, [first, second])
  else if (follows(pairs)) [roles[first], roles[second]] = ['amount', 'balance']
  else if (follows(pairs.map(([a, b]) => [b, a] as const))) [roles[first], roles[second]] = ['balance', 'amount']
}

type Pairs = readonly (readonly [number | null, number | null])[]

/** Two columns never both filled: one that has both signs is the sum; one of minus signs alone is the debit of the other. */
function guessPair(pairs: Pairs, roles: (Role | null)[], [first, second]: readonly [number, number]): void {
  const signs = [pairs.map(([a]) => a), pairs.map(([, b]) => b)].map((column) => {
    const filled = column.filter((cents) => cents !== null)
    const spent = filled.filter((cents) => cents < 0).length
    return spent === 0 ? 'none' : spent === filled.length ? 'all' : 'both'
  })
  if (signs[0] === 'both' && signs[1] !== 'both') roles[first] = 'amount'
  else if (signs[1] === 'both' && signs[0] !== 'both') roles[second] = 'amount'
  else if (signs[0] === 'all' && signs[1] === 'none') [roles[first], roles[second]] = ['debit', 'credit']
  else if (signs[1] === 'all' && signs[0] === 'none') [roles[first], roles[second]] = ['credit', 'debit']
}

/** Whether the second of each pair is what the first leaves of the one before it, or after it. */
function follows(pairs: Pairs): boolean {
  const whole = pairs.flatMap(([a, b]) => (a === null || b === null ? [] : [[a, b] as const]))
  if (whole.length < 2) return false
  const steps = whole.slice(1).map(([a, b], index) => ({ a, b, before: whole[index] ?? [0, 0] }))
  return (
    steps.every(({ a, b, before }) => before[1] + a === b) ||
    steps.every(({ b, before }) => b + before[0] === before[1])
  )
}

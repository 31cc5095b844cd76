import { headerKey } from '~/platform/spreadsheet/plain'
import { readAmount } from '~/platform/spreadsheet/cells/amount'
import type { Balances, Operation } from './reading'

const SUM = /[-+−]?\d[\d\s.]*,\d{2}(?!\d)/g
const OPENING = /^(ancien solde|report|solde (initial|precedent|anterieur|de depart|en debut|d ouverture|debut))/
const CLOSING = /^(nouveau solde|solde)/

/** Whether a row gives a balance and not a movement: « Solde au 30/11/2026 ». */
export const saysBalance = (cells: readonly string[]): boolean =>
  cells.some((cell) => {
    const key = headerKey(cell)
    return OPENING.test(key) || CLOSING.test(key)
  })

/** The balances that lines beside the table give, in cents; one that is given twice with two sums is nobody's. */
export function balancesSaid(texts: readonly string[]): Balances {
  const said = texts.flatMap((text) => {
    const key = headerKey(text)
    const cents = lastSum(text)
    if (cents === null || key.includes('franc')) return []
    return OPENING.test(key) ? [{ opening: true, cents }] : CLOSING.test(key) ? [{ opening: false, cents }] : []
  })
  const only = (opening: boolean) => {
    const found = new Set(said.filter((each) => each.opening === opening).map(({ cents }) => cents))
    return found.size === 1 ? ([...found][0] ?? null) : null
  }
  return { openingCents: only(true), closingCents: only(false) }
}

export function lastSum(text: string): number | null {
  const found = text
    .replace(/\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/g, ' ; ')
    .match(SUM)
    ?.at(-1)
  const amount = found === undefined ? null : readAmount(found)
  return amount?.is === 'read' ? amount.value.cents : null
}

export type Run = { operation: Operation; balanceCents: number }

/** The balances around rows that each bear the balance that follows it, the oldest or the latest first. */
export function balancesRun(rows: readonly Run[]): Balances {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return { openingCents: null, closingCents: null }
  const upwards = { openingCents: first.balanceCents - first.operation.cents, closingCents: last.balanceCents }
  const downwards = { openingCents: last.balanceCents - last.operation.cents, closingCents: first.balanceCents }
  const fits = rows.slice(1).every(({ balanceCents }, index) => {
    const before = rows[index]
    return before !== undefined && balanceCents + before.operation.cents === before.balanceCents
  })
  return fits && rows.length > 1 ? downwards : upwards
}

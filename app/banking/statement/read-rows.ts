import type { Cell } from '~/platform/spreadsheet/cells/cell'
import { headerKey } from '~/platform/spreadsheet/plain'
import type { Row } from '~/platform/spreadsheet/table'
import { readAmount } from '~/platform/spreadsheet/cells/amount'
import { lastSum, saysBalance, type Run } from './balances'
import type { Operation, PassedOver, RefusedRow, Role } from './reading'
import { sumOf } from './sum-of'

const DONE = ['', 'execute', 'executee', 'regle', 'reglee', 'comptabilise', 'comptabilisee', 'valide', 'validee', 'effectue', 'effectuee', 'settled', 'completed', 'posted', 'booked'] // prettier-ignore

export type Sorted = {
  operations: Operation[]
  passed: PassedOver[]
  asked: RefusedRow[]
  refused: RefusedRow[]
  runs: Run[]
  /** rows that give the balance, as text */
  balanceTexts: string[]
}

export type RowReader = {
  rows: readonly Row[]
  roles: readonly (Role | null)[]
  /** the day of each row */
  days: readonly Cell<string>[]
  /** without a header, the first or the last row may be a balance that does not say so */
  headless: boolean
}

/** Each row ends as one movement, asked, refused with its reason, or passed over with why. */
export function readRows({ rows, roles, days, headless }: RowReader): Sorted {
  const sorted: Sorted = { operations: [], passed: [], asked: [], refused: [], runs: [], balanceTexts: [] }
  rows.forEach((row, index) => {
    const edge = headless && (index === 0 || index === rows.length - 1)
    sort(sorted, row, roles, days[index] ?? { is: 'empty' }, edge)
  })
  return sorted
}

function sort(sorted: Sorted, row: Row, roles: readonly (Role | null)[], day: Cell<string>, edge: boolean): void {
  const { line, cells } = row
  const cell = (role: Role): string | null => {
    const place = roles.indexOf(role)
    return place < 0 ? null : (cells[place] ?? '')
  }
  const text = cells.filter(Boolean).join(' · ').slice(0, 120)
  const pass = (why: string) => void sorted.passed.push({ line, text, why })
  const refuse = (why: string) => void sorted.refused.push({ line, cells, why })
  const label = labelOf(cells, roles)
  const sum = sumOf(cell)
  const balance = () => {
    sorted.balanceTexts.push(saysBalance(cells) ? text : `Solde ${[...cells].reverse().find((each) => lastSum(each) !== null) ?? ''}`) // prettier-ignore
    pass('solde, et non une opération')
  }

  if (day.is !== 'read' && saysBalance(cells)) return balance()
  if (edge && (day.is !== 'read' || label === '')) return balance()
  if (saysBalance([label]) && /^(ancien|nouveau) solde|^solde/.test(headerKey(label))) return balance()
  if (row.faults.length > 0) return refuse(row.faults.join(' '))
  if (day.is === 'empty' && sum.is === 'empty') return pass('ni date, ni somme')
  if (day.is === 'empty') return refuse('La date manque.')
  if (day.is === 'refused') return refuse(`Date : ${day.why}`)
  if (sum.is === 'refused') return refuse(sum.why)
  if (sum.is === 'empty') return refuse('La somme manque.')
  const currency = cell('currency')
  if (currency && !/^(eur|€|euros?)$/i.test(currency)) return refuse(`« ${currency} » : seules les sommes en euros sont lues.`) // prettier-ignore
  const status = cell('status')
  if (status && !DONE.includes(headerKey(status))) return pass(`opération « ${status} », pas encore comptabilisée`)
  if (label === '') return refuse('Le libellé manque.')
  if (day.is === 'asked' || sum.is === 'asked') return void sorted.asked.push({ line, cells, why: day.is === 'asked' ? day.why : '' }) // prettier-ignore
  if (sum.value === 0) return pass('somme nulle')
  const operation = { line, on: day.value, label, cents: sum.value }
  sorted.operations.push(operation)
  const after = readAmount(cell('balance') ?? '')
  if (after.is === 'read') sorted.runs.push({ operation, balanceCents: after.value.cents })
}

/** The label's columns together, said once each. */
const labelOf = (cells: readonly string[], roles: readonly (Role | null)[]): string =>
  [...new Set(cells.flatMap((cell, place) => (roles[place] === 'label' ? [cell.replace(/\s+/g, ' ').trim()] : [])))]
    .filter(Boolean)
    .join(' · ')
    .slice(0, 500)

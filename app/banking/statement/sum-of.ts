import { readAmount, type Amount } from '~/platform/spreadsheet/cells/amount'
import { refusedCell, read, EMPTY, type Cell } from '~/platform/spreadsheet/cells/cell'
import { euros } from '~/ui/format'
import { directionOf } from './direction'
import type { Role } from './reading'

export type CellOf = (role: Role) => string | null

/**
 * The movement of a row in signed cents: from its debit or its credit, from its sum with its direction, or from its signed sum.
 * Refused: both, a sign that says the contrary, a direction that is no such word. A sum of nothing is empty.
 */
export function sumOf(cell: CellOf): Cell<number> {
  const debit = cell('debit')
  const credit = cell('credit')
  if (debit !== null || credit !== null) return fromTwo(readAmount(debit ?? ''), readAmount(credit ?? ''))
  const amount = readAmount(cell('amount') ?? '')
  const direction = cell('direction')
  if (amount.is !== 'read') return amount
  return direction === null ? read(amount.value.cents) : directed(amount.value, direction)
}

function fromTwo(debit: Cell<Amount>, credit: Cell<Amount>): Cell<number> {
  if (debit.is === 'refused' || debit.is === 'asked') return debit
  if (credit.is === 'refused' || credit.is === 'asked') return credit
  const [out, into] = [debit.is === 'read' ? debit.value : NONE, credit.is === 'read' ? credit.value : NONE]
  if (debit.is === 'empty' && credit.is === 'empty') return EMPTY
  if (out.cents !== 0 && into.cents !== 0)
    return refusedCell('Le débit et le crédit sont remplis tous les deux sur cette ligne.')
  if (into.sign === '-')
    return refusedCell(`Un crédit de ${euros(into.cents)} : une somme négative n’est pas de l’argent reçu.`)
  if (out.sign === '+') return refusedCell('Un débit précédé du signe + : son sens n’est pas certain.')
  return read(out.cents === 0 ? into.cents : out.sign === '-' ? out.cents : -out.cents)
}

const NONE: Amount = { cents: 0, sign: null }

function directed({ cents, sign }: Amount, text: string): Cell<number> {
  const direction = directionOf(text)
  if (direction === null)
    return refusedCell(text === '' ? 'Le sens (débit ou crédit) manque.' : `« ${text} » ne dit ni débit ni crédit.`)
  if (sign !== null && (sign === '-') !== (direction === -1))
    return refusedCell(`Le sens « ${text} » et le signe de la somme se contredisent.`)
  return read(sign === null ? direction * cents : cents)
}

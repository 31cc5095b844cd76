import type { Row } from '~/platform/spreadsheet/table'
import { civilityCell, categoryCell, consentCell, dateCell, finessCell, phoneCell, postcodeCell } from './cells'
import type { Columns, Field } from './columns'
import { readDues, type DuesCells } from './dues-cells'
import { categoryOf, kindOf, nameOf, numberOf, type LineFacts } from './line-parts'
import { stateCell, type StateCell } from './state-cell'

/** What one line of a file says, once read; its values are still to be checked by the form. */
export type ReadLine = {
  line: number
  /** who it speaks of, as the file writes it */
  label: string
  kind: 'PERSON' | 'BODY'
  number: number | null
  /** the input of the form, without its empty cells */
  given: Partial<Record<string, string>>
  category: string | null
  admittedOn: string | null
  state: StateCell
  leftOn: string | null
  /** undefined when the file says nothing of it, null for « non » */
  consentOn: string | null | undefined
  /** who represents a body, when the line names somebody */
  representative: { civility: string | null; lastName: string; firstName: string; quality: string } | null
  /** what it says of the dues of a year; its own faults matter only where something is to be taken over */
  dues: DuesCells
  /** what the file gives, but in words that cannot be read: told in `faults` already */
  unread: ('category' | 'admittedOn')[]
  faults: string[]
}

/** Reads one line; `faults` says in French what cannot be understood of it. */
export function readLine(row: Row, { at, names }: Columns, facts: LineFacts): ReadLine {
  const faults = [...row.faults]
  const cell = (field: Field) => {
    const index = at[field]
    return index === undefined ? '' : (row.cells[index] ?? '')
  }
  const date = (field: Field, name: string) => {
    const text = cell(field)
    const iso = dateCell(text)
    if (text !== '' && iso === null) faults.push(`${name} : « ${text} » n’est pas une date, par exemple 14/03/2026.`)
    return iso
  }
  const name = nameOf(cell, faults)
  const kind = kindOf(cell, name)
  const civility = civilityCell(cell('civility')) ?? null
  // some files write the category in the column « statut »
  const inState = at.category === undefined ? categoryCell(cell('state'), facts.categories) : null
  const consentOn = consentCell(cell('consent'), facts.today)
  if (consentOn === 'wrong')
    faults.push(`Consentement : écrivez oui, non ou une date, au lieu de « ${cell('consent')} ».`)
  const contact = {
    email: cell('email'),
    phone: phoneCell(cell('mobile') || cell('phone')),
    street: cell('street').replace(/\s*[\r\n]+\s*/g, ', '),
    postcode: postcodeCell(cell('postcode')),
    town: cell('town'),
  }
  const person = () => ({
    ...name,
    civility: civility ?? '',
    bornOn: date('bornOn', 'Date de naissance') ?? '',
    profession: cell('profession'),
    rpps: cell('rpps'),
  })
  const body = () => ({
    legalName: cell('legalName') || name.lastName,
    legalForm: cell('legalForm'),
    finess: finessCell(cell('finess')),
    siret: cell('siret'),
    rna: cell('rna'),
  })
  const own: Record<string, string> = kind === 'BODY' ? body() : person()
  const category = inState ?? categoryOf(cell('category'), facts, faults)
  const admittedOn = date('admittedOn', 'Date d’adhésion')
  const named = kind === 'BODY' && name.lastName !== '' && name.firstName !== ''
  return {
    line: row.line,
    label: kind === 'BODY' ? (own.legalName ?? '') : [name.firstName, name.lastName].filter(Boolean).join(' '),
    kind,
    number: numberOf(cell('number'), faults),
    given: withoutEmpty({ ...own, ...contact }),
    category,
    admittedOn,
    state: inState ? { state: 'member' } : stateCell(cell('state')),
    leftOn: date('leftOn', 'Date de fin'),
    consentOn: consentOn === 'wrong' ? undefined : consentOn,
    representative: named ? { ...name, civility, quality: cell('quality') || 'représentant légal' } : null,
    dues: readDues(cell, names, facts.today),
    unread: [
      ...(category === null && cell('category') !== '' ? (['category'] as const) : []),
      ...(admittedOn === null && cell('admittedOn') !== '' ? (['admittedOn'] as const) : []),
    ],
    faults,
  }
}

const withoutEmpty = (given: Record<string, string>): Partial<Record<string, string>> =>
  Object.fromEntries(Object.entries(given).filter(([, text]) => text !== ''))

import type { Cell } from '~/platform/spreadsheet/cells/cell'
import type { Row } from '~/platform/spreadsheet/table'
import { printFault } from '~/platform/typed-text'
import { civilityCell, categoryCell, consentWord } from './cells'
import type { Columns } from './columns'
import { MEANINGS, type Field } from './column-names'
import { NO_DUES, readDues, type DuesCells } from './dues-cells'
import type { DateField, FileFacts } from './file-facts'
import { finessCell, rppsCell, siretCell, type IdentifierCell } from './identifier-cells'
import { categoryOf, kindOf, numberOf, type KindFacts, type LineFacts } from './line-parts'
import { readFullName, readNames, type NameCell } from './names-cell'
import { readContact } from './read-contact'
import { stateCell, type StateCell } from './state-cell'

/** What one line of a file says, once read; its values are still to be checked by the form. */
export type ReadLine = {
  line: number
  /** its cells as the file holds them, to be given back when it is refused */
  cells: readonly string[]
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
  unread: ('category' | 'admittedOn' | 'lastName' | 'firstName')[]
  faults: string[]
  /** what waits on an answer for the whole file */
  asked: string[]
  notes: string[]
}

export type ReadingFacts = LineFacts & FileFacts & KindFacts

/** Reads one line, the `index`-th of the table; `faults` says in French what cannot be understood of it, `asked` what is not settled. */
export function readLine(row: Row, index: number, { at, names }: Columns, facts: ReadingFacts): ReadLine {
  const [faults, asked, notes] = [[...row.faults], [] as string[], [] as string[]]
  const cell = (field: Field) => {
    const place = at[field]
    return place === undefined ? '' : (row.cells[place] ?? '')
  }
  const day = (field: DateField): string | null => {
    const read: Cell<string> | undefined = facts.days[field]?.[index]
    if (read?.is === 'read') return read.value
    if (read?.is === 'asked') asked.push(`${MEANINGS[field]} : ${read.why}`)
    if (read?.is === 'refused') faults.push(`${MEANINGS[field]} : ${read.why}`)
    return null
  }
  const identifier = (field: 'rpps' | 'finess' | 'siret', read: (text: string) => IdentifierCell) => {
    const { value, note } = read(cell(field))
    if (note) notes.push(note)
    return value
  }
  const { oneNameColumn } = facts
  const read: NameCell = oneNameColumn && cell(oneNameColumn) !== '' ? readFullName(cell(oneNameColumn), facts.nameOrder) : readNames(cell('lastName'), cell('firstName')) // prettier-ignore
  const rawName = cell('lastName') || cell('fullName')
  const said = kindOf(cell, rawName !== '', facts)
  const kind = said ?? 'PERSON'
  if (said === null) asked.push(`Qui est membre : ${rawName}, ou « ${cell('legalName')} » ?`)
  if (read.is === 'asked') asked.push(read.why)
  if (read.is === 'refused' && (kind === 'PERSON' || cell('legalName') !== '')) faults.push(read.why)
  if (read.is === 'read' && read.note) notes.push(read.note)
  const name = read.is === 'read' ? read.name : { civility: undefined, lastName: '', firstName: '' }
  const civility = civilityCell(cell('civility')) ?? name.civility ?? null
  const contact = readContact(cell, faults, notes)
  const own: Record<string, string> =
    kind === 'BODY'
      ? {
          legalName: cell('legalName') || rawName,
          legalForm: cell('legalForm'),
          finess: identifier('finess', finessCell),
          siret: identifier('siret', siretCell),
          rna: cell('rna'),
        }
      : {
          lastName: name.lastName,
          firstName: name.firstName,
          civility: civility ?? '',
          bornOn: day('bornOn') ?? '',
          profession: cell('profession'),
          rpps: identifier('rpps', rppsCell),
        }
  faults.push(...printFaults([...Object.values(own), ...Object.values(contact), cell('quality')]))
  // some files write the category in the column « statut »
  const inState = at.category === undefined ? categoryCell(cell('state'), facts.categories) : null
  const category = inState ?? categoryOf(cell('category'), facts, faults)
  const admittedOn = day('admittedOn')
  const consent = consentWord(cell('consent'))
  const named = kind === 'BODY' && name.lastName !== '' && name.firstName !== ''
  return {
    line: row.line,
    cells: row.cells,
    label: labelOf(kind, own, rawName),
    kind,
    number: numberOf(cell('number'), faults),
    given: withoutEmpty({ ...own, ...contact }),
    category,
    admittedOn,
    state: inState ? { state: 'member' } : stateCell(cell('state')),
    leftOn: day('leftOn'),
    consentOn: consent === 'yes' ? facts.today : consent === 'no' ? null : (day('consent') ?? undefined),
    representative: named
      ? {
          civility,
          lastName: name.lastName,
          firstName: name.firstName,
          quality: cell('quality') || 'représentant légal',
        }
      : null,
    dues:
      at.duesYear === undefined
        ? NO_DUES
        : readDues(cell, { names, paidOn: facts.days.duesPaidOn?.[index], today: facts.today }),
    unread: [
      ...(category === null && cell('category') !== '' ? (['category'] as const) : []),
      ...(admittedOn === null && cell('admittedOn') !== '' ? (['admittedOn'] as const) : []),
      ...(read.is === 'read' ? [] : (['lastName', 'firstName'] as const)),
    ],
    faults,
    asked,
    notes,
  }
}

const labelOf = (kind: ReadLine['kind'], own: Record<string, string>, raw: string): string =>
  kind === 'BODY' ? (own.legalName ?? '') : [own.firstName, own.lastName].filter(Boolean).join(' ') || raw

const printFaults = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => {
    const fault = printFault(text)
    return fault === null ? [] : [`« ${text} » : ${fault}`]
  })

const withoutEmpty = (given: Record<string, string>): Partial<Record<string, string>> =>
  Object.fromEntries(Object.entries(given).filter(([, text]) => text !== ''))

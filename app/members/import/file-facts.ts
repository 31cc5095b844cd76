import { readDates, type DateKind } from '~/platform/spreadsheet/cells/dates'
import type { Cell } from '~/platform/spreadsheet/cells/cell'
import { takenOf, type Answers, type Question, type Row } from '~/platform/spreadsheet/table'
import { fold } from '../folding'
import { consentWord } from './cells'
import { columnName, type Columns } from './columns'
import type { Field } from './column-names'
import { isOrderUnsaid, withoutCivility, type NameOrder } from './names-cell'

const DATES = { bornOn: 'birth', admittedOn: 'past', leftOn: 'past', consent: 'past', duesPaidOn: 'past' } as const satisfies Partial<Record<Field, DateKind>> // prettier-ignore
export type DateField = keyof typeof DATES
const DATE_FIELDS = ['bornOn', 'admittedOn', 'leftOn', 'consent', 'duesPaidOn'] as const satisfies DateField[]

/** What only the whole file says of its lines. */
export type FileFacts = {
  days: Partial<Record<DateField, Cell<string>[]>>
  nameOrder: NameOrder
  /** the column of names holds first names too */
  oneNameColumn: Field | null
  /** structures that several lines name, folded: people of one practice */
  sharedStructures: ReadonlySet<string>
  /** « person » or « body » for the lines that name both; null: by what each says */
  namesBoth: 'person' | 'body' | null
  questions: Question[]
}

/** Reads the columns that are understood only as a whole: days, the order of names, the structures. */
export function fileFacts(rows: readonly Row[], columns: Columns, today: string, answers: Answers): FileFacts {
  const textsOf = (field: Field): string[] => {
    const index = columns.at[field]
    return index === undefined ? [] : rows.map(({ cells }) => cells[index] ?? '')
  }
  const read = DATE_FIELDS.flatMap((field) => {
    const texts = textsOf(field).map((text) => (field === 'consent' && consentWord(text) ? '' : text))
    if (texts.length === 0) return []
    const column = { id: field, name: columnName(columns, field), kind: DATES[field], texts }
    return [{ field, ...readDates(column, { today, answers }) }]
  })
  const oneNameColumn = nameColumn(columns, textsOf)
  const names = oneNameColumn ? orderOf(textsOf(oneNameColumn), answers) : { order: null, question: null }
  const structures = structureFacts(textsOf, answers)
  return {
    days: Object.fromEntries(read.map(({ field, cells }) => [field, cells])),
    nameOrder: names.order,
    oneNameColumn,
    sharedStructures: structures.shared,
    namesBoth: structures.taken,
    questions: [
      ...[names.question, structures.question].flatMap((each) => each ?? []),
      ...read.flatMap(({ questions }) => questions),
    ],
  }
}

/** The column that holds names and first names together: said so, or « nom » without a column of first names. */
function nameColumn({ at }: Columns, textsOf: (field: Field) => string[]): Field | null {
  if (at.fullName !== undefined && at.lastName === undefined) return 'fullName'
  if (at.lastName === undefined || at.firstName !== undefined) return null
  if (at.fullName !== undefined) return 'fullName'
  const texts = textsOf('lastName').map((text) => withoutCivility(text).rest).filter(Boolean) // prettier-ignore
  return texts.filter((text) => /\s/.test(text)).length * 2 > texts.length ? 'lastName' : null
}

function orderOf(texts: readonly string[], answers: Answers): { order: NameOrder; question: Question | null } {
  const unsaid = texts.filter(isOrderUnsaid)
  if (unsaid.length === 0) return { order: null, question: null }
  const shown = unsaid.slice(0, 3).join(' », « ')
  const choices = [
    { value: 'first-last', label: 'Prénom puis nom' },
    { value: 'last-first', label: 'Nom puis prénom' },
  ]
  const taken = takenOf(answers, 'names', choices, null)
  return {
    order: taken === 'first-last' || taken === 'last-first' ? taken : null,
    question: { id: 'names', question: `Noms écrits « ${shown} » : dans quel ordre ?`, choices, taken },
  }
}

/** Lines that name a person and a structure with its identifiers: the member may be either, as the lines say or as is answered. */
function structureFacts(textsOf: (field: Field) => string[], answers: Answers) {
  const structures = textsOf('legalName')
  const counts = new Map<string, number>()
  for (const name of structures.map(fold)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const shared = new Set([...counts].flatMap(([name, count]) => (name !== '' && count > 1 ? [name] : [])))
  const people = [...textsOf('lastName'), ...textsOf('fullName')]
  const [last, first] = [textsOf('lastName'), textsOf('firstName')]
  const both = structures.findIndex((name, index) => name !== '' && Boolean(people[index]))
  if (both < 0) return { shared, taken: null, question: null } as const
  const person = [first[both], last[both] || people[both]].filter(Boolean).join(' ')
  const choices = [
    {
      value: 'each',
      label: 'Selon la ligne : la structure si elle est la seule de ce nom et a un FINESS, un SIRET ou un RNA',
    },
    { value: 'person', label: `La personne : « ${person} »` },
    { value: 'body', label: `La structure : « ${structures[both]} », que la personne représente` },
  ]
  const taken = takenOf(answers, 'members', choices, 'each')
  const question = {
    id: 'members',
    question: 'Des lignes nomment une personne et une structure : qui est membre ?',
    choices,
    taken,
  }
  return { shared, taken: taken === 'person' || taken === 'body' ? taken : null, question } as const
}

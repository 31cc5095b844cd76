import { readDates, type DateKind } from '~/platform/spreadsheet/cells/dates'
import type { Cell } from '~/platform/spreadsheet/cells/cell'
import { takenOf, type Answers, type Question, type Row } from '~/platform/spreadsheet/table'
import { consentWord } from './cells'
import { columnName, type Columns } from './columns'
import type { Field } from './column-names'
import type { KindFacts } from './line-parts'
import { isOrderUnsaid, withoutCivility, type NameOrder } from './names-cell'
import { structureFacts, type StructureFacts } from './structures'

const DATES = { bornOn: 'birth', admittedOn: 'past', leftOn: 'past', consent: 'past', duesPaidOn: 'past' } as const satisfies Partial<Record<Field, DateKind>> // prettier-ignore
export type DateField = keyof typeof DATES
const DATE_FIELDS = ['bornOn', 'admittedOn', 'leftOn', 'consent', 'duesPaidOn'] as const satisfies DateField[]

/** What only the whole file says of its lines. */
export type FileFacts = StructureFacts & {
  days: Partial<Record<DateField, Cell<string>[]>>
  nameOrder: NameOrder
  /** the column of names holds first names too */
  oneNameColumn: Field | null
  questions: Question[]
}

/** Reads the columns that are understood only as a whole: days, the order of names, the structures. */
export function fileFacts(
  rows: readonly Row[],
  columns: Columns,
  { today, answers, bodies }: { today: string; answers: Answers; bodies: KindFacts['bodies'] },
): FileFacts {
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
  const { question: members, ...structures } = structureFacts(rows, columns, bodies, answers)
  return {
    days: Object.fromEntries(read.map(({ field, cells }) => [field, cells])),
    nameOrder: names.order,
    oneNameColumn,
    ...structures,
    questions: [
      ...[names.question, members].flatMap((each) => each ?? []),
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

import { euros, frenchDate, frenchDateTime, frenchNumber } from '~/ui/format'

export type Cell = string | number | boolean | null
export type ColumnKind = 'text' | 'number' | 'date' | 'moment' | 'money' | 'yes-no'
export type DataColumn = { key: string; label: string; kind: ColumnKind }
export type DataRow = Record<string, Cell>

/** One kind of data kept about a member: the same object makes the page, the PDF and the JSON. Dates in ISO, money in cents. */
export type DataSection = {
  key: string
  title: string
  /** why it is kept, and how long, in one sentence */
  purpose: string
  columns: DataColumn[]
  rows: DataRow[]
}

/** A cell as people read it; nothing for what is not known. */
export function readable(value: Cell | undefined, kind: ColumnKind): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (typeof value === 'number') return kind === 'money' ? euros(value) : frenchNumber(value)
  if (kind === 'date') return frenchDate(value)
  return kind === 'moment' ? frenchDateTime(value) : value
}

const col =
  (kind: ColumnKind) =>
  (key: string, label: string): DataColumn => ({ key, label, kind })
export const text = col('text')
export const number = col('number')
export const date = col('date')
export const moment = col('moment')
export const money = col('money')
export const yesNo = col('yes-no')

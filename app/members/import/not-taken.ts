import { CSV_MARK, csvLine } from '~/platform/spreadsheet/csv'
import { REASON_COLUMN } from './columns'
import type { ImportPlan } from './plan-import.server'

/**
 * The lines that were not taken as a CSV that can be corrected and brought again: the header and the cells of the file, then why.
 * null when all were.
 */
export function notTakenCsv({
  header,
  lines,
  columns,
}: Pick<ImportPlan, 'header' | 'lines' | 'columns'>): string | null {
  const left = lines.filter(({ outcome }) => outcome === 'refused' || outcome === 'asked')
  if (left.length === 0) return null
  const kept = columns.all.filter(({ name }) => name !== REASON_COLUMN).map(({ index }) => index)
  const row = (cells: readonly string[], reason: string) =>
    csvLine([...kept.map((index) => cells[index] ?? ''), reason])
  const rows = left.map(({ cells, faults, asked }) => row(cells, [...faults, ...asked].join(' ')))
  return [CSV_MARK, row(header, REASON_COLUMN), ...rows].join('')
}

import { headerKey } from './plain'
import type { Row, Sheet, Vocabulary } from './table'

/** How far down a header is looked for. */
const LOOKED_AT = 60

/** How many different meanings a row names. */
export function headerScore(cells: readonly string[], vocabulary: Vocabulary): number {
  return new Set(cells.flatMap((cell) => (cell === '' ? [] : (vocabulary(headerKey(cell)) ?? [])))).size
}

export type FoundHeader = { sheet: Sheet; row: Row; score: number }

/** The row of each sheet that names most columns, the first of two as good; null for a sheet that names none. */
export function headersOf(sheets: readonly Sheet[], vocabulary: Vocabulary): FoundHeader[] {
  return sheets.flatMap((sheet) => {
    const judged = sheet.rows.slice(0, LOOKED_AT).map((row) => ({ sheet, row, score: headerScore(row.cells, vocabulary) })) // prettier-ignore
    const best = judged.reduce<FoundHeader | null>((found, each) => (each.score > (found?.score ?? 0) ? each : found), null) // prettier-ignore
    return best ? [best] : []
  })
}

/** Without a known name: the first row of words alone, as wide as the row below it; null when there is none such. */
export function likelyHeader({ rows }: Sheet): Row | null {
  const candidates = rows.slice(0, LOOKED_AT)
  const at = candidates.findIndex((row, index) => {
    const below = candidates.slice(index + 1).find(({ cells }) => cells.some(Boolean))
    const names = row.cells.filter(Boolean)
    return (
      names.length > 1 &&
      new Set(names).size === names.length &&
      names.every((name) => /\p{L}/u.test(name) && !/[@\d]/.test(name)) &&
      below !== undefined &&
      names.length >= below.cells.filter(Boolean).length
    )
  })
  return candidates[at] ?? null
}

import { joinedHeader, type Header } from './joined-header'
import { headerKey } from './plain'
import type { Row, Sheet, Vocabulary } from './table'

/** How far down a header is looked for. */
const LOOKED_AT = 60

/** How many different meanings a row names. */
export function headerScore(cells: readonly string[], vocabulary: Vocabulary): number {
  return new Set(cells.flatMap((cell) => (cell === '' ? [] : (vocabulary(headerKey(cell)) ?? [])))).size
}

export type FoundHeader = { sheet: Sheet; header: Header; score: number }

/**
 * The header of each sheet: the row, or the two rows read together, that names most columns, the first of two as good; none for a sheet
 * that names none. Two rows are taken only when they name more than each alone, when the lower one completes names or says their unit,
 * or when the upper one tells apart what the lower one names twice.
 */
export function headersOf(sheets: readonly Sheet[], vocabulary: Vocabulary): FoundHeader[] {
  return sheets.flatMap((sheet) => {
    const top = sheet.rows.slice(0, LOOKED_AT)
    const single = best(top.map((row) => headerOf(row, vocabulary)), vocabulary) // prettier-ignore
    const pairs = top.flatMap((row, index) => joinedHeader(row, sheet.rows[index + 1], vocabulary) ?? [])
    const pair = best(pairs, vocabulary)
    const found =
      pair && (pair.score > (single?.score ?? 0) || completes(pair, single) || tellsApart(pair, single)) ? pair : single
    return found ? [{ sheet, ...found }] : []
  })
}

/** A row as a header: « Télé-↵phone » broken to fit its column is one word where that word is known. */
export function headerOf(row: Row, vocabulary: Vocabulary): Header {
  const whole = (cell: string) => {
    const joined = cell.replace(/-\s*\n\s*/g, '')
    return (vocabulary(headerKey(joined)) ? joined : cell).replace(/\s*\n\s*/g, ' ')
  }
  return { rows: [row], cells: row.cells.map(whole) }
}

type Judged = { header: Header; score: number }

function best(headers: readonly Header[], vocabulary: Vocabulary): Judged | null {
  const judged = headers.map((header) => ({ header, score: headerScore(header.cells, vocabulary) }))
  return judged.reduce<Judged | null>((found, each) => (each.score > (found?.score ?? 0) ? each : found), null)
}

/** « d’opération ; ; (€) » below « Date ; Libellé ; Débit »: under a known name, two rows are joined only where that is known too. */
function completes(pair: Judged, single: Judged | null): boolean {
  const [upper, lower] = pair.header.rows
  if (!single || !upper || !lower || pair.score < single.score || single.header.rows[0] !== upper) return false
  return upper.cells.some((cell, at) => cell !== '' && (lower.cells[at] ?? '') !== '')
}

/** « Adhérent » and « Payeur » above « Nom ; Prénom ; Nom ; Prénom »: the row below alone would name everything twice. */
function tellsApart(pair: Judged, single: Judged | null): boolean {
  const row = single?.header.rows[0]
  if (!single || pair.score < single.score || row !== pair.header.rows[1]) return false
  const different = (cells: readonly string[]) => new Set(cells.filter(Boolean).map(headerKey)).size
  return different(pair.header.cells) > different(single.header.cells)
}

/** Without a known name: the first row of words alone, as wide as the row below it; null when there is none. */
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

import type { Header } from './joined-header'
import { headerKey } from './plain'
import type { PassedRow, PassedWhy, Row } from './table'

const TOTAL = /^(sous total|total|totaux|nombre|effectif|somme|moyenne)( |$)/
const NUMBER = /^[-+(]?[\d\s.,%€)]*\d[\d\s.,%€)]*$/

/** Sorts the rows of a sheet: those to be read, and those that hold nothing, with the reason. `header` is made of these rows. */
export function passOver(rows: readonly Row[], header: Header | null): { rows: Row[]; passed: PassedRow[] } {
  const top = header ? rows.findIndex((row) => header.rows.includes(row)) : 0
  const start = top + (header?.rows.length ?? 0)
  const textOf = ({ cells }: Row) => cells.map(headerKey).join('|')
  const headerTexts = new Set(header?.rows.map(textOf))
  const width = header?.cells.filter(Boolean).length ?? 0
  const below = rows.slice(start)
  const last = below.findLastIndex(
    ({ cells }) => !isBlank(cells) && !isTotal(cells) && cells.filter(Boolean).length > 1,
  )
  const reasonOf = (row: Row, index: number): PassedWhy | null => {
    if (isBlank(row.cells)) return 'blank'
    if (headerTexts.has(textOf(row))) return 'header again'
    if (isTotal(row.cells)) return 'total'
    return width > 2 && index > last && isRemark(row.cells) ? 'remark at the end' : null
  }
  const sorted = below.map((row, index) => ({ row, why: reasonOf(row, index) }))
  const before = rows.slice(0, top).map((row) => passed(row, isBlank(row.cells) ? 'blank' : 'before the header')) // prettier-ignore
  return {
    rows: sorted.flatMap(({ row, why }) => (why === null ? [row] : [])),
    passed: [...before, ...sorted.flatMap(({ row, why }) => (why === null ? [] : [passed(row, why)]))],
  }
}

const passed = ({ line, cells }: Row, why: PassedWhy): PassedRow => ({
  line,
  text: cells.filter(Boolean).join(' · ').slice(0, 120),
  why,
})

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell === '')

/** « TOTAL ; 12 », « Nombre de membres : 12 »: a word of sums, then nothing but figures. */
function isTotal(cells: readonly string[]): boolean {
  const [first = '', ...others] = cells.filter(Boolean)
  return TOTAL.test(headerKey(first)) && others.every((cell) => NUMBER.test(cell))
}

/** One sentence alone, after the last row: « Édité le 12/11/2026 ». */
function isRemark(cells: readonly string[]): boolean {
  const said = cells.filter(Boolean)
  return said.length === 1 && /\s/.test(said[0] ?? '')
}

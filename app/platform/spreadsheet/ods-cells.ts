import { MOST_CELLS, MOST_ROWS } from './limits'
import type { RawSheet } from './open-workbook.server'
import { unreadable } from './table'

type Attribute = (name: string) => string | null
type Cell = { typed: string | null; zero: boolean; lines: string[]; repeated: number }

/** Rows of a sheet, blank ones between others too; cells of a workbook. A repeated row or cell takes a few signs of XML. */
const MOST_LINES = MOST_ROWS * 2
const MOST_IN_ALL = 1_000_000
/** What stands in a cell without being its value: remarks, drawings, notes, tables in it. */
const ASIDE = /^(office:annotation|text:note|draw:.*|table:shapes|table:table)$/

/** Gathers the sheets of a LibreOffice workbook, tag by tag. Blank cells and rows after the last filled one are left out. */
export class OdsCells {
  readonly sheets: RawSheet[] = []
  private line = 1
  private row: { cells: string[]; blanks: number; repeated: number } | null = null
  private cell: Cell | null = null
  private aside = 0
  private count = 0

  open(name: string, of: Attribute): void {
    if (this.aside > 0 || (this.cell !== null && ASIDE.test(name))) this.aside += 1
    else if (name === 'table:table') this.begin(of('table:name') ?? '')
    else if (name === 'table:table-row')
      this.row = { cells: [], blanks: 0, repeated: times(of, 'table:number-rows-repeated') }
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.cell = cellOf(of)
    else if (name === 'text:p') this.cell?.lines.push('')
    else if (name === 'text:s') this.text(' '.repeat(Math.min(times(of, 'text:c'), 100)))
    else if (name === 'text:tab') this.text(' ')
    else if (name === 'text:line-break') this.text('\n')
  }

  text(text: string): void {
    if (this.aside > 0 || !this.cell || this.cell.lines.length === 0) return
    this.cell.lines.push((this.cell.lines.pop() ?? '') + text)
  }

  close(name: string): void {
    if (this.aside > 0) this.aside -= 1
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.endCell()
    else if (name === 'table:table-row') this.endRow()
  }

  private begin(name: string): void {
    this.sheets.push({ name, rows: [] })
    this.line = 1
  }

  private endCell(): void {
    const { row, cell } = this
    this.cell = null
    if (!row || !cell) return
    const text = textOf(cell)
    if (text === '') row.blanks += cell.repeated
    else if (row.cells.length + row.blanks + cell.repeated > MOST_CELLS)
      throw unreadable(`Ce classeur a plus de ${MOST_CELLS} colonnes : ce n’est pas un tableau de ce genre.`)
    else {
      row.cells.push(...Array.from({ length: row.blanks }, () => ''), ...Array.from({ length: cell.repeated }, () => text)) // prettier-ignore
      row.blanks = 0
    }
  }

  private endRow(): void {
    const { row } = this
    const sheet = this.sheets.at(-1)
    this.row = null
    if (!row || !sheet) return
    const first = this.line
    this.line += row.repeated
    if (row.cells.length === 0) return
    this.count += row.cells.length * row.repeated
    if (this.line > MOST_LINES || this.count > MOST_IN_ALL)
      throw unreadable(
        `La feuille « ${sheet.name} » va au-delà de la ligne ${MOST_LINES}, ou ce classeur a trop de cellules : n’en gardez que la liste.`,
      )
    while (sheet.rows.length < first - 1) sheet.rows.push({ line: sheet.rows.length + 1, cells: [] })
    for (let at = first; at < this.line; at += 1) sheet.rows.push({ line: at, cells: row.cells })
  }
}

const times = (of: Attribute, attribute: string): number => Math.max(1, Number.parseInt(of(attribute) ?? '1', 10) || 1)

/** The value that the workbook computes with, where the text shown may be rounded or shortened. */
function cellOf(of: Attribute): Cell {
  const kind = of('office:value-type') ?? 'string'
  const typed =
    kind === 'date'
      ? (of('office:date-value')?.slice(0, 10) ?? null)
      : kind === 'boolean'
        ? of('office:boolean-value') === 'true'
          ? 'oui'
          : 'non'
        : ['float', 'currency', 'percentage'].includes(kind)
          ? of('office:value')
          : null
  return { typed, zero: kind === 'float', lines: [], repeated: times(of, 'table:number-columns-repeated') }
}

/** « 06 12 34 56 78 » may be shown of the number 612345678: its first zero is kept. */
function textOf({ typed, zero, lines }: Cell): string {
  const shown = lines.join('\n').trim()
  const keepsZero = zero && /^0[\d .]+$/.test(shown) && Number(shown.replace(/[ .]/g, '')) === Number(typed)
  return keepsZero ? shown : (typed ?? shown)
}

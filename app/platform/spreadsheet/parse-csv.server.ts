import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { headerScore } from './find-header'
import { MOST_CELLS } from './limits'
import { unreadable, type Vocabulary } from './table'

export const SEPARATORS = [
  { sign: ';', name: 'points-virgules' },
  { sign: ',', name: 'virgules' },
  { sign: '\t', name: 'tabulations' },
  { sign: '|', name: 'barres verticales' },
] as const
type Separator = (typeof SEPARATORS)[number]
type Records = { line: number; cells: string[] }[]

/** What is looked at to know the separator. */
const HEAD = 64 * 1024

const parsedSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

/** The records of a CSV, blank ones too, with the line where each begins. Refused (400): quotes left open, far too many cells. */
export function parseCsv(text: string, vocabulary: Vocabulary): { records: Records; separator: Separator } {
  const even = text.replace(/\r\n|\r/g, '\n')
  const separator = separatorOf(even, vocabulary)
  try {
    return { records: recordsOf(even, separator.sign), separator }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const at = typeof error.lines === 'number' ? ` vers la ligne ${error.lines}` : ''
    throw unreadable(`Ce fichier CSV est mal formé${at} : vérifiez les guillemets, puis déposez-le à nouveau.`)
  }
}

function recordsOf(text: string, delimiter: string): Records {
  const options = { delimiter, info: true, relax_column_count: true, relax_quotes: true, record_delimiter: '\n' }
  const parsed = parsedSchema.parse(parse(text, options))
  if (parsed.some(({ record }) => record.length > MOST_CELLS))
    throw unreadable(`Ce fichier a plus de ${MOST_CELLS} colonnes : ce n’est pas un tableau de ce genre.`)
  return parsed.map(({ record, info }) => ({ line: info.lines - breaksIn(record), cells: record }))
}

/** The parser counts the line where a row ends; cells over several lines began earlier. */
const breaksIn = (cells: string[]) => cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)

/** « sep=; », else the separator with which a row of the table names most columns, else the one most rows agree on. */
function separatorOf(text: string, vocabulary: Vocabulary): Separator {
  const said = /^"?sep=(.)"?[;,\t|]*\n/i.exec(text)?.[1]
  const known = SEPARATORS.find(({ sign }) => sign === said)
  if (known) return known
  const head = text.length > HEAD ? text.slice(0, text.lastIndexOf('\n', HEAD) + 1) : text
  const judged = SEPARATORS.map((separator) => ({ separator, worth: worthOf(head, separator, vocabulary) }))
  return judged.reduce((best, each) => (compare(each.worth, best.worth) > 0 ? each : best)).separator
}

type Worth = { named: number; agreeing: number }
const compare = (a: Worth, b: Worth) => a.named - b.named || a.agreeing - b.agreeing

function worthOf(head: string, { sign }: Separator, vocabulary: Vocabulary): Worth {
  const rows = head.split('\n').map((line) => line.replace(/"[^"]*"/g, (quoted) => quoted.replaceAll(sign, ' ')).split(sign)) // prettier-ignore
  const named = Math.max(0, ...rows.slice(0, 60).map((cells) => headerScore(cells.map(unquoted), vocabulary)))
  const widths = new Map<number, number>()
  for (const { length } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1)
  return { named, agreeing: Math.max(0, ...[...widths].map(([width, count]) => (width - 1) * count)) }
}

const unquoted = (cell: string) => cell.replaceAll('"', '')

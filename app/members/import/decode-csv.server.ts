import { CsvError, parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { z } from 'zod'
import { unreadable, type Table } from './table'

const SEPARATORS = [
  { sign: ';', name: 'points-virgules' },
  { sign: ',', name: 'virgules' },
  { sign: '\t', name: 'tabulations' },
] as const

const parsedSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

/** A CSV as French software writes it: separator read on the header, UTF-8 with or without its mark, or Windows-1252. */
export function decodeCsv(bytes: Uint8Array): Table {
  const { text, encoding } = decodeText(bytes)
  const separator = sniff(text)
  try {
    const records = parsedSchema.parse(
      parse(text, { delimiter: separator.sign, info: true, relax_column_count: true, skip_empty_lines: true }),
    )
    const rows = records.map(({ record, info }) => ({
      line: info.lines - breaksIn(record),
      cells: record.map((cell) => cell.trim()),
    }))
    return { rows, form: `CSV, ${separator.name}, ${encoding}` }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const at = typeof error.lines === 'number' ? ` vers la ligne ${error.lines}` : ''
    throw unreadable(`Ce fichier CSV est mal formé${at} : vérifiez les guillemets, puis déposez-le à nouveau.`)
  }
}

/** The parser counts the line where a row ends; cells over several lines began earlier. */
const breaksIn = (cells: string[]) => cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)

function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' }
  if (bytes.includes(0)) throw unreadable('Ce fichier n’est ni un CSV ni un classeur Excel (.xlsx).')
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return { text: iconv.decode(Buffer.from(bytes), 'windows-1252'), encoding: 'Windows-1252' }
  }
}

/** The separator most frequent in the header, outside quotes. */
function sniff(text: string) {
  const header = (text.split(/\r\n|\r|\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const counted = SEPARATORS.map((separator) => ({ separator, count: header.split(separator.sign).length }))
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).separator
}

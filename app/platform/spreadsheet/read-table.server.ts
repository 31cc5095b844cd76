import { cleanCell, lostSigns } from './clean-cell'
import { accentsQuestion } from './accents-question'
import { decodeText } from './decode-text.server'
import { headerOf, headersOf, likelyHeader } from './find-header'
import type { Header } from './joined-header'
import { MOST_BYTES, MOST_ROWS } from './limits'
import { openWorkbook, type RawSheet } from './open-workbook.server'
import { parseCsv } from './parse-csv.server'
import { passOver } from './pass-over'
import { repairTwiceEncoded } from './repair-text'
import {
  takenOf,
  unreadable,
  type Answers,
  type Question,
  type Reading,
  type Row,
  type Sheet,
  type Table,
} from './table'

type Opened = { form: string; sheets: Sheet[]; questions: Question[] }

/**
 * The table that a CSV, .xlsx or .ods file holds, whatever its name: sheet and header found by the names of columns that the caller knows,
 * separator and encoding by the table itself. What was guessed is in `questions`, and is read otherwise when `answers` says so.
 * Every row ends in `rows` or in `passed`. Refused (400) with what to do: none of these, damaged, too big, no row.
 */
export async function readTable(bytes: Uint8Array, reading: Reading): Promise<Table> {
  const { mostBytes = MOST_BYTES, mostRows = MOST_ROWS } = reading
  if (bytes.length === 0) throw unreadable('Ce fichier est vide.')
  if (bytes.length > mostBytes)
    throw unreadable(`Ce fichier dépasse ${Math.floor(mostBytes / 1024 / 1024)} Mo : partagez-le en plusieurs.`)
  const { form, sheets, questions } = await open(bytes, reading)
  const { sheet, header, asked } = chosen(sheets, reading)
  const { rows, passed } = passOver(sheet.rows, header?.of ?? null)
  if (rows.length === 0)
    throw unreadable(header ? 'Ce fichier n’a pas de ligne sous son en-tête.' : 'Ce fichier n’a aucune ligne à lire.')
  if (rows.length > mostRows)
    throw unreadable(`Ce fichier a ${rows.length} lignes ; ${mostRows} au plus sont lues à la fois.`)
  return {
    form: [form, ...sheetSaid(sheet), ...headerSaid(header?.of)].join(', '),
    sheet: sheet.name,
    header: header && {
      lines: header.of.rows.map(({ line }) => line),
      cells: header.of.cells,
      certain: header.certain,
    },
    rows: rows.map((row) => ({ ...row, faults: faultsOf(row, header?.of ?? null) })),
    passed,
    questions: [...questions, ...asked],
  }
}

const sheetSaid = ({ name }: Sheet): string[] => (name === null ? [] : [`feuille « ${name} »`])

/** Said when it is not as usual: that two rows were read as one. */
const headerSaid = (header: Header | undefined): string[] =>
  header && header.rows.length > 1 ? [`en-tête sur les lignes ${header.rows.map(({ line }) => line).join(' et ')}`] : []

const startsWith = (bytes: Uint8Array, signs: string) => Buffer.from(bytes.subarray(0, signs.length)).equals(Buffer.from(signs, 'latin1')) // prettier-ignore

async function open(bytes: Uint8Array, { vocabulary, answers = {} }: Reading): Promise<Opened> {
  if (startsWith(bytes, '\xd0\xcf\x11\xe0'))
    throw unreadable(
      Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
        ? 'Ce classeur est protégé par un mot de passe : enregistrez-le sans, puis déposez-le à nouveau.'
        : 'C’est un ancien classeur Excel (.xls) : ouvrez-le et enregistrez-le en .xlsx ou en CSV.',
    )
  if (startsWith(bytes, '%PDF'))
    throw unreadable('C’est un PDF : demandez au logiciel d’origine un fichier CSV ou Excel (.xlsx).')
  if (startsWith(bytes, 'PK\x03\x04')) {
    const { form, sheets: found } = await openWorkbook(bytes)
    const { sheets, questions } = mended(found, answers)
    const rowsOf = (rows: RawSheet['rows']) => rows.map(({ line, cells }) => rowOf(line, cells))
    return { form, sheets: sheets.map(({ name, rows }) => ({ name, rows: rowsOf(rows) })), questions }
  }
  const { text, encoding, questions } = decodeText(bytes, answers)
  if (/^\ufeff?\s*<(!doctype|html|\?xml|table)/i.test(text.slice(0, 200)))
    throw unreadable(
      'Ce fichier est une page web ou un fichier XML, pas un tableau : enregistrez-le en CSV ou en .xlsx.',
    )
  const { records, separator } = parseCsv(text.replace(/^\ufeff/, ''), vocabulary)
  const rows = records.map(({ line, cells }) => rowOf(line, cells))
  return { form: `CSV, ${separator.name}, ${encoding}`, sheets: [{ name: null, rows }], questions }
}

/** The cells of a workbook whose accents were encoded twice before it was made. */
function mended(sheets: RawSheet[], answers: Answers): { sheets: RawSheet[]; questions: Question[] } {
  const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  const spoilt = cells.find((cell) => repairTwiceEncoded(cell) !== cell)
  if (spoilt === undefined) return { sheets, questions: [] }
  const question = accentsQuestion(answers, [
    { value: 'mended', name: 'réparés', example: repairTwiceEncoded(spoilt) },
    { value: 'kept', name: 'tels quels', example: spoilt },
  ])
  if (question.taken === 'kept') return { sheets, questions: [question] }
  const repaired = (rows: RawSheet['rows']) => rows.map((row) => ({ ...row, cells: row.cells.map(repairTwiceEncoded) }))
  return { sheets: sheets.map(({ name, rows }) => ({ name, rows: repaired(rows) })), questions: [question] }
}

function rowOf(line: number, cells: readonly string[]): Row {
  const clean = cells.map(cleanCell)
  return { line, cells: clean, faults: lostSigns(clean) }
}

/** The sheet and its header; asked when several sheets could be it, or when a row only looks like a header. */
function chosen(sheets: readonly Sheet[], { vocabulary, answers = {} }: Reading) {
  const found = headersOf(sheets, vocabulary)
  const best = Math.max(0, ...found.map(({ score }) => score))
  // a sheet that names half as much is a summary or an extract: it could be the one that is meant
  const rivals = found.filter(({ score }) => score * 2 > best)
  const choices = rivals.map(({ sheet }) => ({
    value: sheet.name ?? '',
    label: `« ${sheet.name ?? ''} » (${sheet.rows.length} lignes)`,
  }))
  const guess = rivals.find(({ score }) => score === best)?.sheet.name ?? null
  const taken = takenOf(answers, 'sheet', choices, guess)
  const asked: Question[] =
    rivals.length > 1 ? [{ id: 'sheet', question: 'Quelle feuille faut-il lire ?', choices, taken }] : []
  const sure = rivals.find(({ sheet }) => sheet.name === taken)
  if (sure) return { sheet: sure.sheet, header: { of: sure.header, certain: true }, asked }
  const filled = sheets.find(({ rows }) => rows.some(({ cells }) => cells.some(Boolean)))
  if (!filled) throw unreadable('Ce fichier n’a aucune ligne à lire.')
  const likely = likelyHeader(filled)
  return { sheet: filled, header: likely && { of: headerOf(likely, vocabulary), certain: false }, asked }
}

/** A value to the right of the last column has been pushed there by a separator too many: nobody knows what is where. */
function faultsOf(row: Row, header: Header | null): string[] {
  const width = header?.cells.length ?? row.cells.length
  const beyond = row.cells.slice(width).find(Boolean)
  if (beyond === undefined) return row.faults
  return [...row.faults, `« ${beyond.slice(0, 60)} » est au-delà de la dernière colonne : la ligne a un séparateur de trop.`] // prettier-ignore
}

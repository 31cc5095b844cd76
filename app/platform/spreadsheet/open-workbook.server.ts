import readExcel from 'read-excel-file/node'
import { unpackedSize } from './unpacked-size'
import { unreadable } from './table'

/** A small archive may hold gigabytes: refused on what it says of itself, before it is opened. */
const MOST_UNPACKED = 150 * 1024 * 1024

/** A sheet as the workbook holds it. */
export type RawSheet = { name: string; rows: { line: number; cells: string[] }[] }

/** Every sheet of an .xlsx; days come as 'YYYY-MM-DD', numbers as they are written. Refused (400): damaged, or no workbook. */
export async function openWorkbook(bytes: Uint8Array): Promise<RawSheet[]> {
  const archive = Buffer.from(bytes)
  const size = unpackedSize(archive)
  if (size === null)
    throw unreadable('Ce classeur est incomplet ou abîmé : enregistrez-le à nouveau en .xlsx ou en CSV.')
  if (size > MOST_UNPACKED) throw unreadable('Ce classeur est trop grand une fois ouvert : n’en gardez que la liste.')
  if (archive.includes('opendocument.spreadsheet'))
    throw unreadable('C’est un classeur LibreOffice (.ods) : enregistrez-le en .xlsx ou en CSV.')
  const sheets = await readExcel(archive).catch(() => null)
  if (!sheets)
    throw unreadable('Ce fichier n’est pas un classeur Excel (.xlsx) lisible : enregistrez-le en .xlsx ou en CSV.')
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) })),
  }))
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  return String(value)
}

import readExcel from 'read-excel-file/node'
import { unpackedSize } from './unpacked-size'
import { unreadable, type Table } from './table'

/** A small archive may hold gigabytes: refused on what it says of itself, before it is opened. */
const MOST_UNPACKED = 150 * 1024 * 1024

/** The first sheet of a workbook that holds anything; dates come as 'YYYY-MM-DD', numbers as they are written. */
export async function decodeXlsx(bytes: Uint8Array): Promise<Table> {
  const size = unpackedSize(Buffer.from(bytes))
  if (size === null)
    throw unreadable('Ce classeur est incomplet ou abîmé : enregistrez-le à nouveau en .xlsx ou en CSV.')
  if (size > MOST_UNPACKED)
    throw unreadable('Ce classeur est trop grand une fois ouvert : ne gardez que la liste des membres.')
  const sheets = await readExcel(Buffer.from(bytes)).catch(() => null)
  if (!sheets)
    throw unreadable('Ce fichier n’est pas un classeur Excel (.xlsx) lisible : enregistrez-le en .xlsx ou en CSV.')
  const sheet = sheets.find(({ data }) => data.length > 0)
  const rows = (sheet?.data ?? []).map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) }))
  return {
    rows: rows.filter(({ cells }) => cells.some(Boolean)),
    form: `classeur Excel, feuille « ${sheet?.sheet ?? ''} »`,
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  return String(value).trim()
}

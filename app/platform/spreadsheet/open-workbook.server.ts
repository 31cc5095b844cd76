import readExcel from 'read-excel-file/node'
import { readOds } from './read-ods'
import { unzipped, zipParts, type ZipPart } from './read-zip.server'
import { unreadable } from './table'

/** A small archive may hold gigabytes: refused on what it says of itself, and on what each of its files turns out to hold. */
const MOST_UNPACKED = 150 * 1024 * 1024
const MOST_PARTS = 2_000
/** The one file of a LibreOffice workbook that is read, in bytes of XML. */
const MOST_CONTENT = 60 * 1024 * 1024

/** A sheet as the workbook holds it. */
export type RawSheet = { name: string; rows: { line: number; cells: string[] }[] }
export type Workbook = { form: string; sheets: RawSheet[] }

/**
 * Every sheet of an .xlsx or .ods; days come as 'YYYY-MM-DD', numbers as they are written. Refused (400): damaged, too big once opened,
 * locked by a password, or no workbook.
 */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const archive = Buffer.from(bytes)
  const parts = zipParts(archive)
  if (parts === null) throw damaged()
  if (parts.length > MOST_PARTS || parts.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED) throw tooBig()
  const content = await openAll(archive, parts)
  if (content !== null) return { form: 'classeur LibreOffice', sheets: readOds(content) }
  const sheets = await readExcel(archive).catch(() => null)
  if (!sheets)
    throw unreadable(
      'Ce fichier n’est ni un classeur Excel (.xlsx) ni un classeur LibreOffice (.ods) lisible : enregistrez-le en .xlsx ou en CSV.',
    )
  const excel = sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) })),
  }))
  return { form: 'classeur Excel', sheets: excel }
}

const damaged = () => unreadable('Ce classeur est incomplet ou abîmé : enregistrez-le à nouveau en .xlsx ou en CSV.')
const tooBig = () => unreadable('Ce classeur est trop grand une fois ouvert : n’en gardez que la liste.')

/** Opens each file once, so that none holds more than it says; the cells of a LibreOffice workbook as XML, null when it is not one. */
async function openAll(archive: Buffer, parts: readonly ZipPart[]): Promise<string | null> {
  let kind = ''
  let content: Buffer | null = null
  for (const part of parts) {
    const opened = await unzipped(archive, part)
    if (opened === null) throw damaged()
    if (part.name === 'mimetype') kind = opened.toString('latin1', 0, 100)
    if (part.name === 'content.xml') content = opened
    if (part.name === 'META-INF/manifest.xml' && opened.includes('encryption-data'))
      throw unreadable('Ce classeur est protégé par un mot de passe : enregistrez-le sans, puis déposez-le à nouveau.')
  }
  if (content === null || !kind.includes('opendocument.spreadsheet')) return null
  if (content.length > MOST_CONTENT) throw tooBig()
  return content.toString('utf8')
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  return String(value)
}

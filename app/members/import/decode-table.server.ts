import { decodeCsv } from './decode-csv.server'
import { decodeXlsx } from './decode-xlsx.server'
import { MOST_BYTES, MOST_LINES } from './limits'
import { unreadable, type Table } from './table'

const startsWith = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, index) => bytes[index] === sign)

/** The rows of a CSV or XLSX file, whatever its name says. Refused (400) with what to do when it is neither, or too big. */
export async function decodeTable(bytes: Uint8Array): Promise<Table> {
  if (bytes.length === 0) throw unreadable('Ce fichier est vide.')
  if (bytes.length > MOST_BYTES) throw unreadable('Ce fichier dépasse 5 Mo : partagez-le en plusieurs.')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw unreadable('C’est un ancien classeur Excel (.xls) : ouvrez-le et enregistrez-le en .xlsx ou en CSV.')
  const table = startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) ? await decodeXlsx(bytes) : decodeCsv(bytes)
  if (table.rows.length < 2) throw unreadable('Ce fichier n’a pas de ligne sous son en-tête.')
  if (table.rows.length - 1 > MOST_LINES)
    throw unreadable(`Ce fichier a ${table.rows.length - 1} lignes ; ${MOST_LINES} au plus sont lues à la fois.`)
  return table
}

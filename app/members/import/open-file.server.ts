import { readTable } from '~/platform/spreadsheet/read-table.server'
import { unreadable, type Answers, type Table } from '~/platform/spreadsheet/table'
import { readHeader, type Columns } from './columns'
import { memberVocabulary } from './column-names'

export type OpenedFile = { table: Table; columns: Columns }

/** A file of members as a table, with the meaning of its columns. Refused (400): no table, or no row that names columns. */
export async function openFile(bytes: Uint8Array, answers: Answers): Promise<OpenedFile> {
  const table = await readTable(bytes, { vocabulary: memberVocabulary, answers })
  if (!table.header)
    throw unreadable(
      'Aucune ligne ne nomme les colonnes : nom, prenom, email… Le modèle les donne toutes. Ajoutez cette ligne en tête du fichier.',
    )
  return { table, columns: readHeader(table.header.cells, answers) }
}

/** What each column shows: its first three different values. */
export function samplesOf({ rows }: Table, index: number): string[] {
  const values = new Set<string>()
  for (const { cells } of rows) {
    const value = cells[index] ?? ''
    if (value !== '') values.add(value.slice(0, 60))
    if (values.size === 3) break
  }
  return [...values]
}

import { headerKey } from '~/platform/spreadsheet/plain'
import { unreadable, type Table, type Vocabulary } from '~/platform/spreadsheet/table'
import { list } from '~/ui/format'
import { dayCell, sumCell } from './cells'

/** The names that banks give to their columns, folded. */
const SYNONYMS = {
  on: ['date', 'date operation', 'date de l operation', 'date d operation', 'date comptable', 'date de comptabilisation', 'date ecriture', 'dateop', 'date op', 'date transaction', 'jour'],
  label: ['libelle', 'libelle operation', 'libelle de l operation', 'libelle simplifie', 'libelle complet', 'libelle complementaire', 'nature de l operation', 'operation', 'intitule', 'description', 'label', 'detail', 'details', 'detail de l ecriture', 'detail de l operation', 'informations complementaires', 'infos complementaires', 'motif', 'reference', 'commentaire', 'contrepartie', 'nom de la contrepartie', 'emetteur'],
  credit: ['credit', 'credit euros', 'credit eur', 'montant credit', 'montant au credit', 'recette', 'recettes', 'entree'],
  debit: ['debit', 'debit euros', 'debit eur', 'montant debit', 'montant au debit', 'depense', 'depenses', 'sortie'],
  amount: ['montant', 'montant euros', 'montant en euros', 'montant eur', 'montant de l operation', 'montant operation', 'montant net', 'amount', 'somme'],
} // prettier-ignore

/** What the layer of tables looks for in a header. */
export const statementVocabulary: Vocabulary = (key) =>
  Object.entries(SYNONYMS).find(([, names]) => names.includes(key))?.[0] ?? null

type Columns = { on: number; labels: number[]; credit: number | null; debit: number | null; amount: number | null }

export type CreditLine = {
  /** line of the file */
  line: number
  on: string
  label: string
  amountCents: number
}

export type ReadStatement = {
  credits: CreditLine[]
  /** debits, left aside */
  debits: number
}

/**
 * The credits of a bank statement: its header may come after other lines, its sums in one signed column or in two. Lines
 * without a date (balances) are passed over. Refused (400): no header that says date, label and sum, or a sum unreadable.
 */
export function readStatement({ header, rows }: Table): ReadStatement {
  const columns = columnsOf(header?.cells ?? [])
  if (!columns)
    throw unreadable(
      'Ce relevé n’a pas de colonnes reconnues : il faut une date, un libellé, et un crédit ou un montant, nommés en tête.',
    )
  const credits: CreditLine[] = []
  const faults: number[] = []
  let debits = 0
  for (const { line, cells } of rows) {
    const on = dayCell(cells[columns.on] ?? '')
    if (on === null) continue
    const sum = sumOf(cells, columns)
    if (sum === null) faults.push(line)
    else if (sum < 0) debits += 1
    else if (sum > 0) credits.push({ line, on, label: labelOf(cells, columns), amountCents: sum })
  }
  if (faults.length > 0)
    throw unreadable(
      `La somme ne se lit pas ${faults.length > 1 ? 'aux lignes' : 'à la ligne'} ${list(faults.slice(0, 5).map(String))} : rien n’a été importé.`,
    )
  if (credits.length + debits === 0) throw unreadable('Ce relevé ne contient aucune opération.')
  return { credits, debits }
}

function columnsOf(cells: readonly string[]): Columns | null {
  const names = cells.map(headerKey)
  const place = (kind: keyof typeof SYNONYMS) => {
    const index = names.findIndex((name) => SYNONYMS[kind].includes(name))
    return index < 0 ? null : index
  }
  const on = place('on')
  const labels = names.flatMap((name, index) => (SYNONYMS.label.includes(name) ? [index] : []))
  const [credit, debit, amount] = [place('credit'), place('debit'), place('amount')]
  return on === null || labels.length === 0 || (credit === null && amount === null)
    ? null
    : { on, labels, credit, debit, amount }
}

/** Signed cents of one line; a debit column is negative however it is signed. */
function sumOf(cells: readonly string[], { credit, debit, amount }: Columns): number | null {
  const read = (place: number | null) => (place === null ? 0 : sumCell(cells[place] ?? ''))
  if (credit === null) return read(amount)
  const [given, taken] = [read(credit), read(debit)]
  return given === null || taken === null ? null : Math.abs(given) - Math.abs(taken)
}

/** The label's columns together, said once each. */
const labelOf = (cells: readonly string[], { labels }: Columns): string =>
  [...new Set(labels.map((place) => (cells[place] ?? '').replace(/\s+/g, ' ').trim()).filter(Boolean))]
    .join(' · ')
    .slice(0, 500)

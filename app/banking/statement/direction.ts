import { headerKey } from '~/platform/spreadsheet/plain'

const IN = ['c', 'cr', 'ct', 'credit', 'crdt', 'crediteur', 'recette', 'entree', 'entrant', 'encaissement', 'in']
const OUT = ['d', 'db', 'dt', 'debit', 'dbit', 'debiteur', 'depense', 'sortie', 'sortant', 'decaissement', 'out']

/** « D », « Débit », « - » → -1; « C », « Crédit », « + » → 1; null for any other word. */
export function directionOf(text: string): 1 | -1 | null {
  const said = text.replace(/[−–]/g, '-').trim()
  if (said === '+') return 1
  if (said === '-') return -1
  const word = headerKey(said)
  return IN.includes(word) ? 1 : OUT.includes(word) ? -1 : null
}

/** Whether a column says the direction: every value that it holds is such a word. */
export function saysDirection(values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== '')
  return filled.length > 0 && filled.every((value) => directionOf(value) !== null)
}

/** Labels of money that leaves: with unsigned sums, they tell that not all of it came in. */
export const looksSpent = (label: string): boolean =>
  /\b(prlv|prelevement|prelvt|cb|carte|retrait|dab|frais|cotis(ation)? carte|vir(ement)? (emis|sepa emis)|cheque emis|facture)\b/.test(headerKey(label)) // prettier-ignore

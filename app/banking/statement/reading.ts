import type { Question } from '~/platform/spreadsheet/table'

/** One movement of the account: cents are positive when money came in, negative when it left. */
export type Operation = { line: number; on: string; label: string; cents: number }

/** A row that is no movement (a balance, a total, an operation still to come), and why, in French. */
export type PassedOver = { line: number; text: string; why: string }

/** A row that could not be read, with its cells and the reason in French. */
export type RefusedRow = { line: number; cells: string[]; why: string }

export const ROLES = {
  on: 'Date de l’opération',
  label: 'Libellé',
  amount: 'Montant, avec son signe',
  credit: 'Crédit (argent reçu)',
  debit: 'Débit (argent sorti)',
  direction: 'Sens : débit ou crédit',
  balance: 'Solde après l’opération',
  currency: 'Devise',
  status: 'État de l’opération',
  none: 'À ne pas lire',
} as const
export type Role = keyof typeof ROLES
export const isRole = (text: string | undefined): text is Role => text !== undefined && Object.hasOwn(ROLES, text)

/** A column of the file: what it means, null when nobody knows, and three of its values. */
export type Column = { name: string; role: Role | null; samples: string[] }

/**
 * A statement as it was understood. Every row of the file is in one of `operations`, `asked`, `refused` or `passed`. Nothing is
 * kept while something is `wanting` or while a question has no answer.
 */
export type StatementReading = {
  /** « CSV, points-virgules, UTF-8 », « OFX », « CAMT.053 » */
  form: string
  /** number or IBAN of the account, when the file says it */
  account: string | null
  columns: Column[]
  /** the file itself names its columns */
  named: boolean
  /** the columns were found by what they hold, not by their names */
  guessed: boolean
  operations: Operation[]
  passed: PassedOver[]
  asked: RefusedRow[]
  refused: RefusedRow[]
  questions: Question[]
  /** what the file lacks, or does not say clearly enough: French sentences */
  wanting: string[]
  /** in cents, where the file gives them */
  balances: Balances
}

export type Balances = { openingCents: number | null; closingCents: number | null }

/** Number and sum (cents) of what came in, of what left, and of both; `gapCents`: what opening balance and sum lack to the closing one. */
export function totalsOf({ operations, balances }: Pick<StatementReading, 'operations' | 'balances'>) {
  const [received, spent] = [operations.filter(({ cents }) => cents > 0), operations.filter(({ cents }) => cents < 0)]
  const sum = (of: readonly Operation[]) => of.reduce((total, { cents }) => total + cents, 0)
  const { openingCents, closingCents } = balances
  const sumCents = sum(operations)
  return {
    credits: received.length,
    creditCents: sum(received),
    debits: spent.length,
    debitCents: sum(spent),
    sumCents,
    gapCents: openingCents === null || closingCents === null ? null : closingCents - openingCents - sumCents,
  }
}

/** How sums are asked about whose balances do not agree; null when they do, or when the file gives none. */
export function balanceQuestion(
  reading: Pick<StatementReading, 'operations' | 'balances'>,
  answers: Readonly<Record<string, string>>,
  euros: (cents: number) => string,
): Question | null {
  const { gapCents } = totalsOf(reading)
  if (gapCents === null || gapCents === 0) return null
  return {
    id: 'balance',
    question: `Le solde d’ouverture et les opérations lues ne donnent pas le solde final du relevé : l’écart est de ${euros(gapCents)}. Il manque peut-être des lignes, ou un sens est faux.`,
    choices: [{ value: 'kept', label: 'J’ai vérifié : importer ce qui est lu' }],
    taken: answers.balance === 'kept' ? 'kept' : null,
  }
}

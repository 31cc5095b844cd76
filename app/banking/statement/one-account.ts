import { plural } from '~/ui/format'
import { takenOf, type Answers, type Question } from '~/platform/spreadsheet/table'
import type { StatementReading } from './reading'

/** What a file says of one account. */
export type AccountStatement = Pick<StatementReading, 'account' | 'operations' | 'refused' | 'passed' | 'balances'>

type Read = { form: string; statements: AccountStatement[]; answers: Answers; questions: Question[] }

/** The statement of the file; where it holds several accounts, that of the one which is answered. */
export function oneAccount({ form, statements, answers, questions }: Read): StatementReading {
  const accounts = [...new Set(statements.map(({ account }) => account ?? ''))]
  const choices = accounts.map((account) => ({ value: account, label: choiceOf(account, statements) }))
  const taken = accounts.length === 1 ? (accounts[0] ?? '') : takenOf(answers, 'account', choices, null)
  const asked: Question[] =
    accounts.length > 1 ? [{ id: 'account', question: 'De quel compte est-ce le relevé ?', choices, taken }] : []
  const own = statements.filter(({ account }) => taken !== null && (account ?? '') === taken)
  const [first, last] = [own[0], own.at(-1)]
  return {
    form,
    account: taken || null,
    columns: [],
    named: false,
    guessed: false,
    operations: own.flatMap(({ operations }) => operations),
    refused: own.flatMap(({ refused }) => refused),
    passed: own.flatMap(({ passed }) => passed),
    asked: [],
    questions: [...questions, ...asked],
    wanting: [],
    balances: own.length === 1 && first && last ? first.balances : { openingCents: null, closingCents: null },
  }
}

function choiceOf(account: string, statements: readonly AccountStatement[]): string {
  const count = statements
    .filter((each) => (each.account ?? '') === account)
    .reduce((sum, { operations }) => sum + operations.length, 0)
  return `${account || 'Compte sans numéro'} (${plural(count, 'opération')})`
}

import { readAmount } from '~/platform/spreadsheet/cells/amount'
import { readDates } from '~/platform/spreadsheet/cells/dates'
import { headerKey } from '~/platform/spreadsheet/plain'
import { readTable } from '~/platform/spreadsheet/read-table.server'
import {
  takenOf,
  type Answers,
  type PassedWhy,
  type Question,
  type Row,
  type Table,
} from '~/platform/spreadsheet/table'
import { list } from '~/ui/format'
import { balancesRun, balancesSaid } from './balances'
import { roleNamed, statementVocabulary } from './columns'
import { looksSpent } from './direction'
import { guessColumns } from './guess-columns'
import { readRows } from './read-rows'
import { isRole, type Column, type Role, type StatementReading } from './reading'

const PASSED: Record<PassedWhy, string> = {
  'before the header': 'avant le tableau',
  blank: 'ligne vide',
  'header again': 'en-tête répété',
  total: 'total',
  'remark at the end': 'mention en fin de fichier',
}

type Asking = { today: string; answers: Answers }

/**
 * A statement in a CSV or a workbook: its columns by their names, else by what they hold, else as the answers `column:0`… say. The
 * direction of the money comes from two columns, from a column that says it, or from the sign of the sums: never guessed.
 */
export async function readStatementTable(bytes: Uint8Array, { today, answers }: Asking): Promise<StatementReading> {
  const table = await readTable(bytes, { vocabulary: statementVocabulary, answers })
  const { roles, guessed } = rolesOf(table, answers)
  const place = roles.indexOf('on')
  const texts = table.rows.map(({ cells }) => cells[place] ?? '')
  const nameOf = (at: number) => table.header?.cells[at] || `Colonne ${at + 1}`
  const dates = readDates({ name: nameOf(place), id: 'on', kind: 'any', texts }, { today, answers })
  const columns = roles.map((role, at): Column => ({ name: nameOf(at), role, samples: samplesOf(table.rows, at) }))
  const { wanting, questions } = direction(table.rows, columns, answers)
  const lacking = [...whatLacks(roles), ...wanting]
  const empty = { operations: [], passed: [], asked: [], refused: [], runs: [], balanceTexts: [] }
  const headless = table.header === null
  const sorted = lacking.length > 0 ? empty : readRows({ rows: table.rows, roles, days: dates.cells, headless })
  const beside = balancesSaid([...table.passed.map(({ text }) => text), ...sorted.balanceTexts])
  const running = sorted.runs.length === sorted.operations.length ? balancesRun(sorted.runs) : null
  return {
    form: table.form,
    account: null,
    columns,
    named: table.header !== null,
    guessed,
    operations: sorted.operations,
    passed: [...table.passed.map((row) => ({ ...row, why: PASSED[row.why] })), ...sorted.passed],
    asked: sorted.asked,
    refused: sorted.refused,
    questions: [...table.questions, ...(lacking.length > 0 ? [] : [...dates.questions, ...questions])],
    wanting: lacking,
    balances: running?.closingCents != null ? running : beside,
  }
}

/** Three different values of a column. */
const samplesOf = (rows: readonly Row[], at: number): string[] =>
  [...new Set(rows.flatMap(({ cells }) => cells[at] || []))].slice(0, 3).map((text) => text.slice(0, 60))

function rolesOf({ header, rows }: Table, answers: Answers): { roles: (Role | null)[]; guessed: boolean } {
  const width = Math.max(header?.cells.length ?? 0, ...rows.map(({ cells }) => cells.length))
  const names = Array.from({ length: width }, (_, at) => header?.cells[at] ?? '')
  const named = oneOfEach(names.map((name) => (name === '' ? null : roleNamed(headerKey(name)))))
  const found = guessColumns(rows, named)
  const guessed = found.some((role, at) => role !== named[at] && role !== 'none' && role !== 'direction')
  const said = found.map((role, at): Role | null => {
    const answer = answers[`column:${at}`]
    return isRole(answer) ? answer : role
  })
  return { roles: said, guessed }
}

/** Two columns of one name: the first is the one, labels apart; a debit and a credit make a column of sums of no use. */
function oneOfEach(named: readonly (Role | null)[]): (Role | null)[] {
  const two = named.includes('debit') && named.includes('credit')
  return named.map((role, at) => {
    if (role === 'amount' && two) return 'none'
    return role === null || role === 'none' || role === 'label' || named.indexOf(role) === at ? role : 'none'
  })
}

function whatLacks(roles: readonly (Role | null)[]): string[] {
  const has = (role: Role) => roles.includes(role)
  const lacking = [
    ...(has('on') ? [] : ['la date']),
    ...(has('label') ? [] : ['le libellé']),
    ...(has('amount') || has('credit') ? [] : ['le montant, ou le crédit et le débit']),
  ]
  return lacking.length > 0 ? [`Ce relevé n’a pas de colonnes reconnues pour ${list(lacking)} : dites lesquelles.`] : []
}

/** Unsigned sums alone say nothing of their direction: a column that is not understood may say it, or somebody must. */
function direction(
  rows: readonly Row[],
  columns: readonly Column[],
  answers: Answers,
): { wanting: string[]; questions: Question[] } {
  const place = columns.findIndex(({ role }) => role === 'amount')
  const given = columns.some(({ role }) => role === 'direction' || role === 'credit' || role === 'debit')
  const sums = rows.flatMap(({ cells }) => {
    const amount = readAmount(cells[place] ?? '')
    return amount.is === 'read' && amount.value.cents !== 0 ? [{ cells, sign: amount.value.sign }] : []
  })
  if (place < 0 || given || sums.length === 0 || sums.some(({ sign }) => sign === '-')) return NOTHING
  if (sums.every(({ sign }) => sign === '+')) return NOTHING
  const unknown = columns.filter(({ role, samples }) => role === null && samples.length > 0)
  if (unknown.length > 0) {
    const names = list(unknown.map(({ name }) => `« ${name} »`))
    return {
      wanting: [
        unknown.length > 1
          ? `Les sommes n’ont pas de signe et les colonnes ${names} ne sont pas comprises : dites laquelle donne le sens, débit ou crédit.`
          : `Les sommes n’ont pas de signe et la colonne ${names} n’est pas comprise : dites si elle donne le sens, débit ou crédit.`,
      ],
      questions: [],
    }
  }
  const choices = [{ value: 'credits', label: 'Oui : toutes sont de l’argent reçu' }]
  const guess = sums.some(({ cells }) => cells.some(looksSpent)) ? null : 'credits'
  const question = 'Aucune somme de ce relevé n’a de signe. Sont-elles toutes de l’argent reçu ?'
  return { wanting: [], questions: [{ id: 'unsigned', question, choices, taken: takenOf(answers, 'unsigned', choices, guess) }] } // prettier-ignore
}

const NOTHING = { wanting: [], questions: [] }

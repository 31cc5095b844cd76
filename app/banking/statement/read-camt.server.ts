import { cleanCell } from '~/platform/spreadsheet/clean-cell'
import { decodeText } from '~/platform/spreadsheet/decode-text.server'
import { unreadable, type Answers } from '~/platform/spreadsheet/table'
import { isCivilDate } from '~/statutes/civil-date'
import { parisDate } from '~/platform/clock.server'
import { Temporal } from 'temporal-polyfill'
import { movementsOf, signedCents } from './camt-details'
import { oneAccount, type AccountStatement } from './one-account'
import type { Balances, Operation, PassedOver, RefusedRow, StatementReading } from './reading'
import { parseXml } from './parse-xml.server'
import { listOf, textAt, under, type Node } from './tree'

const MOST_ENTRIES = 20_000

export const isXml = (start: string): boolean => /^\ufeff?\s*<(\?xml|[\w-]*:?Document)/i.test(start)

/** A CAMT.053 statement, any of its versions, prefixes or none. Refused (400): another message (052, 054), no statement, too many entries. */
export function readCamt(bytes: Uint8Array, answers: Answers): StatementReading {
  const { text, questions } = decodeText(bytes, answers)
  const tree = parseXml(text, 'CAMT.053')
  const found = listOf(under(tree, 'Document', 'BkToCstmrStmt', 'Stmt'))
  if (found.length === 0)
    throw unreadable(
      'Ce fichier XML n’est pas un relevé CAMT.053 : demandez à votre banque un relevé CAMT.053, OFX ou CSV.',
    )
  if (found.reduce<number>((sum, each) => sum + listOf(under(each, 'Ntry')).length, 0) > MOST_ENTRIES)
    throw unreadable(`Ce relevé a plus de ${MOST_ENTRIES} opérations.`)
  return oneAccount({ form: 'CAMT.053', statements: found.map(accountOf), answers, questions })
}

function accountOf(statement: Node): AccountStatement {
  const operations: Operation[] = []
  const refused: RefusedRow[] = []
  const passed: PassedOver[] = []
  listOf(under(statement, 'Ntry')).forEach((entry, index) => {
    const line = index + 1
    const label = cleanCell(textAt(entry, 'AddtlNtryInf'))
    const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')
    const cells = [textAt(entry, 'BookgDt', 'Dt'), label, textAt(entry, 'Amt'), textAt(entry, 'CdtDbtInd'), status]
    if (status === 'PDNG' || status === 'INFO' || status === 'FUTR')
      return void passed.push({
        line,
        text: cells.filter(Boolean).join(' · '),
        why: 'opération pas encore comptabilisée',
      })
    const refuse = (why: string) => void refused.push({ line, cells, why })
    if (status !== 'BOOK') return refuse(`L’état « ${status} » n’est pas connu.`)
    const on = dayOf(entry)
    if (on === null) return refuse('La date manque ou ne se lit pas.')
    const movements = movementsOf(entry)
    if ('why' in movements) return refuse(movements.why)
    for (const each of movements.parts) operations.push({ line, on, ...each })
  })
  const account = textAt(statement, 'Acct', 'Id', 'IBAN') || textAt(statement, 'Acct', 'Id', 'Othr', 'Id')
  return { account: account || null, operations, refused, passed, balances: balancesOf(statement) }
}

/** The day on which it was booked, else that of its value. */
function dayOf(entry: Node): string | null {
  for (const tag of ['BookgDt', 'ValDt']) {
    const [day, at] = [textAt(entry, tag, 'Dt').slice(0, 10), textAt(entry, tag, 'DtTm')]
    if (isCivilDate(day)) return day
    if (/(z|[+-]\d{2}:\d{2})$/i.test(at)) return instantDay(at)
    if (isCivilDate(at.slice(0, 10))) return at.slice(0, 10)
  }
  return null
}

function instantDay(text: string): string | null {
  try {
    return parisDate(Temporal.Instant.from(text))
  } catch {
    return null
  }
}

function balancesOf(statement: Node): Balances {
  const balances = listOf(under(statement, 'Bal'))
  const of = (...codes: string[]) => {
    const found = balances.find((each) => codes.includes(textAt(each, 'Tp', 'CdOrPrtry', 'Cd')))
    return found === undefined ? null : signedCents(found)
  }
  return { openingCents: of('OPBD', 'PRCD'), closingCents: of('CLBD') }
}

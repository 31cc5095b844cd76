import { Temporal } from 'temporal-polyfill'
import { readAmount } from '~/platform/spreadsheet/cells/amount'
import { cleanCell } from '~/platform/spreadsheet/clean-cell'
import { decodeText } from '~/platform/spreadsheet/decode-text.server'
import { unreadable, type Answers } from '~/platform/spreadsheet/table'
import { isCivilDate } from '~/statutes/civil-date'
import { oneAccount, type AccountStatement } from './one-account'
import type { Operation, RefusedRow, StatementReading } from './reading'
import { parseXml } from './parse-xml.server'
import { listOf, textAt, under, type Node } from './tree'

const MOST_OPERATIONS = 20_000

export const isOfx = (start: string): boolean => /OFXHEADER|<OFX>/i.test(start)

/**
 * An OFX statement, 1.x (SGML, tags left open) or 2.x (XML). Its encoding is that of its bytes: what its header says of it is wrong more
 * often than not. Refused (400): no bank statement in it.
 */
export function readOfx(bytes: Uint8Array, answers: Answers): StatementReading {
  const { text, questions } = decodeText(bytes, answers)
  const tree = parsed(text)
  const statements = [
    ...listOf(under(tree, 'OFX', 'BANKMSGSRSV1', 'STMTTRNRS')).map((each) => accountOf(under(each, 'STMTRS'))),
    ...listOf(under(tree, 'OFX', 'CREDITCARDMSGSRSV1', 'CCSTMTTRNRS')).map((each) =>
      accountOf(under(each, 'CCSTMTRS')),
    ),
  ]
  if (statements.length === 0) throw unreadable('Ce fichier OFX ne contient aucun relevé de compte.')
  return oneAccount({ form: 'OFX', statements, answers, questions })
}

function parsed(text: string): Node {
  const start = text.search(/<OFX>/i)
  if (start < 0) throw unreadable('Ce fichier OFX ne contient aucun relevé de compte.')
  return parseXml(closed(text.slice(start)), 'OFX')
}

/** SGML as XML: tags without a value left out, the others closed, a lone « & » written as it must be. */
function closed(text: string): string {
  const ends = new Set([...text.matchAll(/<\/([A-Z0-9._]+)>/gi)].map(([, tag]) => tag))
  return text
    .replace(/<([A-Z0-9._]+)>\s*(?=<)/gi, (found, tag: string) => (ends.has(tag) ? found : ''))
    .replace(
      /<([A-Z0-9._]+)>([^<]*[^<\s][^<]*)(<\/\1>)?/gi,
      (_, tag: string, value: string) => `<${tag}>${value.trim()}</${tag}>`,
    )
    .replace(/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/gi, '&amp;')
}

function accountOf(statement: Node): AccountStatement {
  const currency = textAt(statement, 'CURDEF')
  if (currency !== '' && currency !== 'EUR')
    throw unreadable(`Ce relevé est en ${currency} : seuls les euros sont lus.`)
  const account = textAt(statement, 'BANKACCTFROM', 'ACCTID') || textAt(statement, 'CCACCTFROM', 'ACCTID')
  const entries = listOf(under(statement, 'BANKTRANLIST', 'STMTTRN'))
  if (entries.length > MOST_OPERATIONS) throw unreadable(`Ce relevé a plus de ${MOST_OPERATIONS} opérations.`)
  const operations: Operation[] = []
  const refused: RefusedRow[] = []
  entries.forEach((entry, index) => {
    const found = operationOf(entry, index + 1)
    if ('why' in found) refused.push(found)
    else operations.push(found)
  })
  const closing = readAmount(textAt(statement, 'LEDGERBAL', 'BALAMT'))
  return {
    account: account || null,
    operations,
    refused,
    passed: [],
    balances: { openingCents: null, closingCents: closing.is === 'read' ? closing.value.cents : null },
  }
}

const IN = ['CREDIT', 'DEP', 'DIRECTDEP']

function operationOf(entry: Node, line: number): Operation | RefusedRow {
  const [type, posted, amount, name, memo] = ['TRNTYPE', 'DTPOSTED', 'TRNAMT', 'NAME', 'MEMO'].map((tag) => cleanCell(textAt(entry, tag))) as [string, string, string, string, string] // prettier-ignore
  const refuse = (why: string) => ({
    line,
    cells: [posted, [name, memo].filter(Boolean).join(' · '), amount, type],
    why,
  })
  const on = dayOf(posted)
  if (on === null) return refuse(`« ${posted} » n’est pas une date.`)
  const sum = readAmount(amount)
  if (sum.is !== 'read') return refuse(sum.is === 'empty' ? 'La somme manque.' : sum.why)
  const { cents } = sum.value
  if ((type === 'DEBIT' && cents > 0) || (IN.includes(type) && cents < 0))
    return refuse(`Le type « ${type} » et le signe de la somme se contredisent.`)
  const payee = cleanCell(textAt(entry, 'PAYEE', 'NAME'))
  const label = [...new Set([name, payee, memo].map((text) => text.replace(/\s+/g, ' ')))].filter(Boolean).join(' · ')
  return label === '' ? refuse('Le libellé manque.') : { line, on, label: label.slice(0, 500), cents }
}

/** « 20270303 », « 20260115120000.000[+1:CET] »: with an hour and its zone, the day is that of Paris. */
function dayOf(text: string): string | null {
  const found =
    /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?(?:\.\d+)?)?\s*(?:\[([+-]?\d{1,2})(?:\.(\d+))?(?::.*)?\])?$/.exec(
      text,
    )
  if (!found) return null
  const [, year, month, date, hour, minute, second, zone, part] = found
  const day = `${year}-${month}-${date}`
  if (!isCivilDate(day)) return null
  if (hour === undefined || zone === undefined || part !== undefined) return day
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59 || Math.abs(Number(zone)) > 14) return null
  return Temporal.PlainDateTime.from(`${day}T${hour}:${minute}:${second ?? '00'}`)
    .toZonedDateTime('UTC')
    .subtract({ hours: Number(zone) })
    .withTimeZone('Europe/Paris')
    .toPlainDate()
    .toString()
}

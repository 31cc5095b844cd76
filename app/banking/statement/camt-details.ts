import { cleanCell } from '~/platform/spreadsheet/clean-cell'
import { listOf, textAt, under, type Node } from './tree'

type Part = { label: string; cents: number }

/** « 50.00 » → 5000, without ever passing by a fraction; null: no decimal number, or a part of a cent. */
export function decimalCents(text: string): number | null {
  const found = /^(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(text)
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null
}

/** The sum of an entry or of a balance, by its own direction: that of a reversal is already the direction of the money. */
export function signedCents(node: Node): number | null {
  const cents = decimalCents(textAt(node, 'Amt'))
  const direction = textAt(node, 'CdtDbtInd')
  if (cents === null) return null
  return direction === 'CRDT' ? cents : direction === 'DBIT' ? (cents === 0 ? 0 : -cents) : null
}

/** The movements of one entry: each of its transactions where their sums make that of the entry, else the entry as a whole. */
export function movementsOf(entry: Node): { parts: Part[] } | { why: string } {
  const currency = textAt(under(entry, 'Amt'), '@Ccy')
  if (currency !== '' && currency !== 'EUR') return { why: `« ${currency} » : seules les sommes en euros sont lues.` }
  const cents = signedCents(entry)
  if (cents === null) return { why: 'La somme ou son sens (CRDT, DBIT) manque.' }
  const reversal = textAt(entry, 'RvslInd') === 'true' || textAt(entry, 'RvslInd') === '1'
  const mark = reversal ? [cents > 0 ? 'Annulation d’un débit' : 'Annulation d’un crédit'] : []
  const details = listOf(under(entry, 'NtryDtls')).flatMap((each) => listOf(under(each, 'TxDtls')))
  const information = cleanCell(textAt(entry, 'AddtlNtryInf'))
  const labelled = details.map((each) => ({ cents: partCents(each, cents), said: wordsOf(each) }))
  const whole = labelled.reduce<number | null>((sum, part) => (sum === null || part.cents === null ? null : sum + part.cents), 0) // prettier-ignore
  const label = (said: string[]) =>
    [...new Set([...mark, ...said, information])].filter(Boolean).join(' · ').slice(0, 500)
  if (labelled.length > 1 && whole === cents)
    return named(labelled.map((part) => ({ cents: part.cents ?? 0, label: label(part.said) })))
  return named([{ cents, label: label(labelled.flatMap(({ said }) => said)) }])
}

const named = (parts: Part[]) =>
  parts.some(({ label }) => label === '')
    ? { why: 'Le libellé manque.' }
    : { parts: parts.filter(({ cents }) => cents !== 0) }

/** What one transaction moves; without a direction of its own, that of its entry. */
function partCents(details: Node, entryCents: number): number | null {
  const amount = under(details, 'Amt') ?? under(details, 'AmtDtls', 'TxAmt', 'Amt')
  const cents = decimalCents(textAt(amount))
  const direction = textAt(details, 'CdtDbtInd')
  if (cents === null || (textAt(amount, '@Ccy') || 'EUR') !== 'EUR') return null
  const spent = direction === '' ? entryCents < 0 : direction === 'DBIT'
  return spent && cents > 0 ? -cents : cents
}

/** Who paid or was paid, and what for. */
function wordsOf(details: Node): string[] {
  const parties = ['Dbtr', 'Cdtr'].flatMap((role) => [
    textAt(details, 'RltdPties', role, 'Nm'),
    textAt(details, 'RltdPties', role, 'Pty', 'Nm'),
  ])
  const free = listOf(under(details, 'RmtInf', 'Ustrd')).map((each) => textAt(each))
  const reference = textAt(details, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref')
  const end = textAt(details, 'Refs', 'EndToEndId')
  return [...parties, ...free, reference, end === 'NOTPROVIDED' ? '' : end, textAt(details, 'AddtlTxInf')]
    .map((text) => cleanCell(text).replace(/\s+/g, ' '))
    .filter(Boolean)
}

import { beforeAll, describe, expect, test } from 'vitest'
import type { PaymentInput } from '~/dues/payments/payment.form'
import { recordPayment } from '~/dues/payments/record-payment.server'
import { takeOverPeriod } from '~/dues/take-over-period.server'
import { exportMembers, type ExportForm } from '~/members/export/export-members.server'
import { memberVocabulary } from '~/members/import/column-names'
import { planImport } from '~/members/import/plan-import.server'
import { readFilters } from '~/members/register/list/filters'
import { duesSideFor } from '~/membership/import/dues-side.server'
import type { Context } from '~/platform/context'
import { readTable } from '~/platform/spreadsheet/read-table.server'
import { v7 } from '~/platform/uuid.server'
import { buildAssociation, contextFor, TEST_NOW, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { emptyDatabase } from '../../support/joining'
import { bring, duesRow, pay } from '../../support/ledger'

const db = useDatabase()
let built: BuiltAssociation
let president: Context

/** Dues of 50 € for 2027; nobody has paid. */
async function build(): Promise<void> {
  built = await buildAssociation(db(), { founders: 3, actives: 9, honorary: 1, duesYear: 2020 })
  president = await contextFor(db(), built.founders[0]!, TEST_NOW)
  await takeOverPeriod(president, {
    year: 2027,
    decidedOn: '2026-06-10',
    resolution: 'résolution 4',
    dueOn: '2027-03-31',
    amounts: { founder: 5000, active: 5000 },
    lateJoiners: 'FULL',
  })
}

const duesId = async (index: number) => (await duesRow(db(), built.actives[index]!.id, 2027)).id

type Sent = Pick<PaymentInput, 'method' | 'paidOn'> & { cents: number; reference?: string; chequeNumber?: string }
async function receive(index: number, { cents, reference, chequeNumber, ...sent }: Sent): Promise<void> {
  const more = {
    receivedCents: null,
    bankLineId: null,
    reference: reference ?? null,
    chequeNumber: chequeNumber ?? null,
  }
  const lines = [{ duesId: await duesId(index), amountCents: cents }]
  const id = v7(TEST_NOW.epochMilliseconds)
  await recordPayment(president, { id, payerName: 'Le payeur', chequeBank: 'Banque', lines, ...more, ...sent })
}

/** Settled by a transfer, a cheque, twice, a card; in part by cash, by card, twice; paid then taken back; owed. */
async function payments(): Promise<void> {
  const part = async (index: number, amountCents: number) => [{ duesId: await duesId(index), amountCents }]
  await receive(0, { cents: 5000, method: 'TRANSFER', paidOn: '2027-02-03', reference: 'VIR ACTIF 1' })
  await receive(1, { cents: 5000, method: 'CHEQUE', paidOn: '2027-02-04', chequeNumber: '0001234' })
  await pay(president, await part(2, 3000))
  await pay(president, await part(2, 2000))
  const card = await pay(president, await part(3, 5000))
  await receive(4, { cents: 2000, method: 'CASH', paidOn: '2027-02-05' })
  const partCard = await pay(president, await part(5, 2000))
  await db().payment.updateMany({ where: { id: { in: [card, partCard] } }, data: { method: 'CARD' } })
  await pay(president, await part(6, 1000))
  await pay(president, await part(6, 2000))
  const taken = await pay(president, await part(7, 5000))
  await bring(president, taken, { REFUNDED: 5000 })
}

async function exported(form: ExportForm, ctx = president): Promise<Uint8Array> {
  const filters = readFilters(new URLSearchParams('etat=tous'))
  return new Uint8Array(await (await exportMembers(ctx, { form, filters })).arrayBuffer())
}

const COLUMNS = ['montant_regle', 'date_reglement', 'mode_reglement', 'reference_reglement']
async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
  const { header, rows } = await readTable(bytes, { vocabulary: memberVocabulary })
  const at = (column: string) => header?.cells.indexOf(column) ?? -1
  const byNumber = new Map(rows.map(({ cells }) => [cells[at('numero')], cells]))
  const numbers = await db().member.findMany({
    where: { id: { in: built.actives.map(({ id }) => id) } },
    orderBy: { number: 'asc' },
    select: { number: true },
  })
  return numbers.map(({ number }) => COLUMNS.map((column) => byNumber.get(String(number))?.[at(column)] ?? '?'))
}

const plan = (bytes: Uint8Array) => {
  const source = { bytes, fileName: 'membres', defaultCategory: null, defaultAdmitted: null }
  return planImport(db(), president, source, duesSideFor(president))
}

beforeAll(async () => {
  await build()
  await payments()
})

describe('12-a the dues of an export', () => {
  test('say how and when they were paid when one payment did it, and leave what no line can say', async () => {
    const today = TEST_NOW.toZonedDateTimeISO('Europe/Paris').toPlainDate().toString().split('-').reverse().join('/')
    expect(await cellsOf(await exported('csv'))).toEqual([
      ['50,00', '03/02/2027', 'virement', 'VIR ACTIF 1'],
      ['50,00', '04/02/2027', 'chèque', '0001234'],
      ['50,00', today, '', ''],
      ['50,00', today, 'carte', expect.any(String)],
      ['20,00', '05/02/2027', 'espèces', ''],
      ['', '', '', ''],
      ['', '', '', ''],
      ['0,00', '', '', ''],
      ['0,00', '', '', ''],
    ])
  })

  test('keep the reference, where a payer is often named, for who keeps the dues', async () => {
    const secretary = await contextFor(db(), built.founders[1]!, TEST_NOW)
    const [first] = await cellsOf(await exported('csv', secretary))
    expect(first).toEqual(['50,00', '03/02/2027', 'virement', ''])
  })

  test.each(['csv', 'xlsx'] as const)('read back in %s, change nothing: neither members nor money', async (form) => {
    const { lines, counts, dues, taken } = await plan(await exported(form))
    expect(lines.flatMap(({ faults, changes }) => [...faults, ...changes])).toEqual([])
    expect(counts).toMatchObject({ create: 0, change: 0, same: 13, refused: 0 })
    expect(dues).toEqual({ opened: 0, paid: 0, paidCents: 0 })
    expect(taken).toEqual([])
  })

  test('taken elsewhere, bring each payment with its day, method and reference', async () => {
    const bytes = await exported('csv')
    await emptyDatabase(db())
    await build()
    const { taken, lines } = await plan(bytes)
    expect(taken.map(({ cents, on, method, reference }) => [cents, on, method, reference])).toEqual([
      [5000, '2027-02-03', 'TRANSFER', 'VIR ACTIF 1'],
      [5000, '2027-02-04', 'CHEQUE', '0001234'],
      [2000, '2027-02-05', 'CASH', null],
    ])
    // paid on line, or in several times: a person says how, none is invented
    expect(lines.filter(({ outcome }) => outcome === 'refused')).toHaveLength(2)
  })
})

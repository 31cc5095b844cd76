import { beforeAll, expect, test } from 'vitest'
import { cancelPayment } from '~/dues/payments/cancel-payment.server'
import { recordPayment } from '~/dues/payments/record-payment.server'
import { createSlip } from '~/dues/slips/create-slip.server'
import { slipFile } from '~/dues/slips/slip-file.server'
import { slipsPage } from '~/dues/slips/slips-page.query.server'
import type { Context } from '~/platform/context'
import { v7 } from '~/platform/uuid.server'
import { buildAssociation, contextFor, TEST_NOW, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { aPayment, duesOfMember, textOfPdf } from '../../support/payments'
import { refusalOf } from '../../members/support'

const db = useDatabase()
let built: BuiltAssociation
let ctx: Context
let next = 0

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 12, honorary: 0, settled: false })
  ctx = await contextFor(db(), built.founders[2]!)
})

async function cheque() {
  const member = built.actives[next++]!
  const { id } = await duesOfMember(db(), member)
  const paid = {
    method: 'CHEQUE' as const,
    chequeNumber: `100${next}`,
    chequeBank: 'Banque des Lilas',
    payerName: member.label,
  }
  return recordPayment(ctx, aPayment([id], paid))
}
const slip = (paymentIds: string[], more = {}) =>
  createSlip(ctx, { id: v7(TEST_NOW.epochMilliseconds), paymentIds, depositedOn: '2027-05-10', ...more })

test('cheques in hand are handed in together, under one number, and are in hand no more', async () => {
  const cheques = [await cheque(), await cheque()]
  const kept = await cheque()
  expect(await slip(cheques)).toBe(1)
  const page = await slipsPage(ctx)
  expect(page.cheques.map(({ id }) => id)).toEqual([kept])
  expect(page.slips).toMatchObject([{ number: 1, cheques: 2, cents: 10_000 }])
  expect((await refusalOf(slip(cheques))).status).toBe(409)
})

test('pressed five times at once: one slip; two slips at once with one cheque in common: one is refused', async () => {
  const input = { id: v7(TEST_NOW.epochMilliseconds), paymentIds: [await cheque()], depositedOn: '2027-05-10' }
  const numbers = await Promise.all(Array.from({ length: 5 }, () => createSlip(ctx, input)))
  expect(new Set(numbers).size).toBe(1)
  const shared = await cheque()
  const done = await Promise.allSettled([slip([shared, await cheque()]), slip([shared])])
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('the paper lists each cheque, its bank and its number, with the total; one unpaid since says so', async () => {
  const cheques = [await cheque(), await cheque()]
  const number = await slip(cheques)
  await cancelPayment(ctx, { paymentId: cheques[1]!, reason: 'cancel-cheque' })
  const { id } = await db().depositSlip.findUniqueOrThrow({ where: { number } })
  const text = textOfPdf((await slipFile(ctx, id)).bytes)
  expect(text).toContain(`Remise de chèques n° ${number}`)
  expect(text).toContain('Banque des Lilas')
  expect(text).toContain('100,00 €')
  expect(text).toContain('annulé depuis')
})

test('none chosen, a day to come: refused by the field', async () => {
  expect((await refusalOf(slip([]))).status).toBe(400)
  expect((await refusalOf(slip([await cheque()], { depositedOn: '2027-05-11' }))).fieldErrors.depositedOn).toBeDefined()
})

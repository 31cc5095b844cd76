import { beforeAll, describe, expect, test } from 'vitest'
import { attributePayment } from '~/dues/payments/attribute-payment.server'
import { cancelPayment } from '~/dues/payments/cancel-payment.server'
import { paymentForm } from '~/dues/payments/payment.form'
import { recordPayment } from '~/dues/payments/record-payment.server'
import { recordRefund } from '~/dues/payments/record-refund.server'
import type { Context } from '~/platform/context'
import { pool } from '~/platform/db.server'
import { buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { aPayment, duesOfMember } from '../../support/payments'
import { refusalOf } from '../../members/support'

const db = useDatabase()
let built: BuiltAssociation
let ctx: Context
let next = 0

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 4, actives: 60, honorary: 0, settled: false })
  ctx = await contextFor(db(), built.founders[2]!)
})

/** A member nobody has paid for yet. */
const fresh = () => built.actives[next++]!
const payment = (id: string) => db().payment.findUniqueOrThrow({ where: { id } })
const alive = (paymentId: string) => db().receipt.findMany({ where: { paymentId, cancelledOn: null } })

/** Whatever happened: each sum agrees with what it projects. */
async function sumsAgree() {
  const { rows } = await pool().query(`
    select d.id from "Dues" d where d."paidCents" <> (select coalesce(sum("amountCents"), 0) from "Allocation" where "duesId" = d.id)
    union all
    select p.id from "Payment" p where p."allocatedCents" <> (select coalesce(sum("amountCents"), 0) from "Allocation" where "paymentId" = p.id)
       or p."receivedCents" <> (select coalesce(sum("amountCents"), 0) from "PaymentEntry" where "paymentId" = p.id and kind = 'RECEIVED')
    union all
    select r.id from "Receipt" r where r."cancelledOn" is null and r."amountCents" <>
       (select coalesce(sum("amountCents"), 0) from "Allocation" a where a."paymentId" = r."paymentId" and a."duesId" = r."duesId")`)
  expect(rows).toEqual([])
}

describe('12-a: the treasurer records what was paid', () => {
  test('a transfer settles the dues on its day and gives one receipt', async () => {
    const member = fresh()
    const dues = await duesOfMember(db(), member)
    const id = await recordPayment(ctx, aPayment([dues.id], { payerName: member.label }))
    expect(await payment(id)).toMatchObject({ state: 'PAID', receivedCents: 5_000, payerMemberId: member.id })
    const after = await duesOfMember(db(), member)
    expect(after).toMatchObject({ paidCents: 5_000, closedAs: 'SETTLED' })
    expect(after.settledOn?.toISOString()).toContain('2027-05-03')
    expect(await alive(id)).toMatchObject([{ amountCents: 5_000, memberId: member.id, method: 'TRANSFER' }])
    const mails = await db().mail.findMany({ where: { toAddress: member.email, template: 'receipt-issued' } })
    expect(mails).toHaveLength(1)
    await sumsAgree()
  })

  test.each([
    [4_999, 'below', { paidCents: 4_999, closedAs: null, settledOn: null }],
    [5_000, 'at', { paidCents: 5_000, closedAs: 'SETTLED' }],
  ])('%i cents, %s what is due', async (amountCents, _, expected) => {
    const dues = await duesOfMember(db(), fresh())
    await recordPayment(ctx, aPayment([dues.id], { lines: [{ duesId: dues.id, amountCents }] }))
    expect(await db().dues.findUniqueOrThrow({ where: { id: dues.id } })).toMatchObject(expected)
  })

  test('5 001 cents for one dues of 5 000: refused by the field', async () => {
    const dues = await duesOfMember(db(), fresh())
    const refusal = await refusalOf(
      recordPayment(ctx, aPayment([dues.id], { lines: [{ duesId: dues.id, amountCents: 5_001 }] })),
    )
    expect(refusal).toMatchObject({ status: 400 })
    expect(Object.keys(refusal.fieldErrors)).toEqual(['lines[0].amountCents'])
  })

  test('two partial payments make one settled dues and two receipts', async () => {
    const dues = await duesOfMember(db(), fresh())
    const first = await recordPayment(ctx, aPayment([dues.id], { lines: [{ duesId: dues.id, amountCents: 2_000 }] }))
    const second = await recordPayment(ctx, aPayment([dues.id], { paidOn: '2027-05-09' }))
    expect((await alive(first)).map(({ amountCents }) => amountCents)).toEqual([2_000])
    expect((await alive(second)).map(({ amountCents }) => amountCents)).toEqual([3_000])
    const after = await db().dues.findUniqueOrThrow({ where: { id: dues.id } })
    expect(after.settledOn?.toISOString()).toContain('2027-05-09')
    expect((await refusalOf(recordPayment(ctx, aPayment([dues.id])))).message).toContain('déjà réglée')
  })

  test('a body pays for three members: one payment, one receipt each', async () => {
    const members = [fresh(), fresh(), fresh()]
    const dues = await Promise.all(members.map((member) => duesOfMember(db(), member)))
    const id = await recordPayment(
      ctx,
      aPayment(
        dues.map((each) => each.id),
        { payerName: 'Centre de santé du Port' },
      ),
    )
    expect(await payment(id)).toMatchObject({ receivedCents: 15_000, allocatedCents: 15_000, payerMemberId: null })
    const receipts = await alive(id)
    expect(new Set(receipts.map(({ memberId }) => memberId))).toEqual(new Set(members.map(({ id: own }) => own)))
    expect(receipts[0]?.facts).toMatchObject({ payer: 'Centre de santé du Port' })
  })

  test('pressed ten times at once, it is one payment', async () => {
    const dues = await duesOfMember(db(), fresh())
    const input = aPayment([dues.id])
    const ids = await Promise.all(Array.from({ length: 10 }, () => recordPayment(ctx, input)))
    expect(new Set(ids)).toEqual(new Set([input.id]))
    expect(await db().payment.count({ where: { lines: { some: { duesId: dues.id } } } })).toBe(1)
    expect(await alive(input.id)).toHaveLength(1)
  })

  test('a day to come is refused; so is somebody who does not keep the dues', async () => {
    const dues = await duesOfMember(db(), fresh())
    const later = await refusalOf(recordPayment(ctx, aPayment([dues.id], { paidOn: '2027-05-11' })))
    expect(later).toMatchObject({ status: 400, fieldErrors: { paidOn: expect.anything() } })
    const outsider = await contextFor(db(), built.actives[59]!)
    expect((await refusalOf(recordPayment(outsider, aPayment([dues.id])))).status).toBe(403)
  })
})

describe('money that no dues can use', () => {
  test('waits « à rapprocher », can be given to another dues, and the question closes by itself', async () => {
    const [one, other] = [await duesOfMember(db(), fresh()), await duesOfMember(db(), fresh())]
    const id = await recordPayment(ctx, aPayment([one.id], { receivedCents: 8_000 }))
    const issue = () => db().paymentIssue.findUniqueOrThrow({ where: { key: `surplus:${id}` } })
    expect(await issue()).toMatchObject({ details: { cents: 3_000 }, resolvedAt: null })
    const tooMuch = await refusalOf(attributePayment(ctx, { paymentId: id, duesId: other.id, amountCents: 3_001 }))
    expect(tooMuch.fieldErrors.amountCents).toBeDefined()
    await attributePayment(ctx, { paymentId: id, duesId: other.id, amountCents: 3_000 })
    expect(await payment(id)).toMatchObject({ allocatedCents: 8_000 })
    expect(await alive(id)).toHaveLength(2)
    expect((await issue()).resolvedAt).not.toBeNull()
    await sumsAgree()
  })

  test('given back by hand, once however often it is pressed; the dues keep their receipt', async () => {
    const dues = await duesOfMember(db(), fresh())
    const paymentId = await recordPayment(ctx, aPayment([dues.id], { receivedCents: 6_000 }))
    const refund = { paymentId, refundedBefore: 0, amountCents: 1_000, on: '2027-05-10', duesId: null }
    await Promise.all([recordRefund(ctx, refund), recordRefund(ctx, refund)])
    expect(await payment(paymentId)).toMatchObject({ refundedCents: 1_000, allocatedCents: 5_000, state: 'PAID' })
    expect(await alive(paymentId)).toHaveLength(1)
    expect((await refusalOf(recordRefund(ctx, { ...refund, refundedBefore: 1_000, amountCents: 5_001 }))).status).toBe(
      400,
    )
  })

  test('a refund of a part replaces the receipt; its number is kept, cancelled', async () => {
    const dues = await duesOfMember(db(), fresh())
    const paymentId = await recordPayment(ctx, aPayment([dues.id]))
    const [before] = await alive(paymentId)
    await recordRefund(ctx, { paymentId, refundedBefore: 0, amountCents: 2_000, on: '2027-05-10', duesId: dues.id })
    const [after] = await alive(paymentId)
    expect(after).toMatchObject({ amountCents: 3_000 })
    expect(after!.number).toBeGreaterThan(before!.number)
    const cancelled = await db().receipt.findUniqueOrThrow({ where: { id: before!.id } })
    expect(cancelled).toMatchObject({ number: before!.number, amountCents: 5_000, cancelReason: 'remboursement' })
    await sumsAgree()
  })
})

describe('an entry that was wrong', () => {
  test('is cancelled: dues open again, receipt cancelled, twice is once', async () => {
    const member = fresh()
    const dues = await duesOfMember(db(), member)
    const paymentId = await recordPayment(ctx, aPayment([dues.id]))
    await Promise.all([1, 2].map(() => cancelPayment(ctx, { paymentId, reason: 'cancel-error' })))
    expect(await payment(paymentId)).toMatchObject({ state: 'CANCELLED', receivedCents: 0, allocatedCents: 0 })
    expect(await duesOfMember(db(), member)).toMatchObject({ paidCents: 0, settledOn: null, closedAs: null })
    expect(await db().receipt.findMany({ where: { paymentId } })).toMatchObject([{ cancelReason: 'erreur de saisie' }])
    expect(await db().mail.count({ where: { toAddress: member.email, template: 'receipt-cancelled' } })).toBe(1)
    await recordPayment(ctx, aPayment([dues.id], { method: 'CASH' }))
    expect(await duesOfMember(db(), member)).toMatchObject({ closedAs: 'SETTLED' })
    await sumsAgree()
  })

  test.each([
    ['CHEQUE', 'cancel-transfer', 'paiement par chèque'],
    ['CASH', 'cancel-cheque', 'paiement par espèces'],
    ['TRANSFER', 'cancel-cheque', 'paiement par virement'],
  ] as const)('%s is not cancelled as %s: the receipt would say what was not', async (method, reason, said) => {
    const cheque = method === 'CHEQUE' ? { chequeNumber: '0001', chequeBank: 'Banque' } : {}
    const dues = await duesOfMember(db(), fresh())
    const paymentId = await recordPayment(ctx, aPayment([dues.id], { method, ...cheque }))
    const refusal = await refusalOf(cancelPayment(ctx, { paymentId, reason }))
    expect([refusal.status, refusal.fieldErrors.reason?.[0]]).toEqual([400, expect.stringContaining(said)])
    expect(await payment(paymentId)).toMatchObject({ state: 'PAID' })
  })

  test('a payment refunded in part is not cancelled', async () => {
    const dues = await duesOfMember(db(), fresh())
    const paymentId = await recordPayment(ctx, aPayment([dues.id]))
    await recordRefund(ctx, { paymentId, refundedBefore: 0, amountCents: 1, on: '2027-05-10', duesId: null })
    expect((await refusalOf(cancelPayment(ctx, { paymentId, reason: 'cancel-error' }))).status).toBe(409)
  })
})

describe('the form', () => {
  const typed = { ...aPayment(['0197a1de-0000-7000-8000-000000000001']), method: 'CHEQUE' }
  const read = (more: object) =>
    paymentForm.safeParse({ ...typed, receivedCents: undefined, chequeNumber: undefined, chequeBank: undefined, reference: undefined, bankLineId: undefined, lines: [{ duesId: typed.lines[0]?.duesId, amountCents: '12,5' }], ...more }) // prettier-ignore

  test('a cheque has a number and a bank', () => {
    const faults = read({}).error?.issues.map(({ path }) => path.join('.'))
    expect(faults).toEqual(['chequeNumber', 'chequeBank'])
    expect(read({ chequeNumber: '1234567', chequeBank: 'Banque des Lilas' }).data?.lines[0]?.amountCents).toBe(1_250)
  })

  test('the same dues twice, or none, is refused', () => {
    const line = { duesId: typed.lines[0]?.duesId }
    expect(read({ method: 'CASH', lines: [line, line] }).error?.issues[0]?.path).toEqual(['lines'])
    expect(read({ method: 'CASH', lines: undefined }).error?.issues[0]?.message).toContain('au moins une')
  })
})

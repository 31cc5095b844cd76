import { beforeAll, describe, expect, test } from 'vitest'
import { cancelPayment } from '~/dues/payments/cancel-payment.server'
import { recordPayment } from '~/dues/payments/record-payment.server'
import { syncReceipts } from '~/dues/receipts/sync-receipts.server'
import { verifyReceipts } from '~/dues/receipts/verify-receipts.server'
import { bringTotal } from '~/dues/ledger/bring-total.server'
import { applyPayment } from '~/dues/ledger/apply-payment.server'
import type { Context } from '~/platform/context'
import { pool, transact } from '~/platform/db.server'
import { buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { aPayment, duesOfMember } from '../../support/payments'

const db = useDatabase()
let built: BuiltAssociation
let ctx: Context

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 4, actives: 60, honorary: 0, settled: false })
  ctx = await contextFor(db(), built.founders[2]!)
})

const numbers = async () => (await db().receipt.findMany({ orderBy: { number: 'asc' } })).map(({ number }) => number)
const rank = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
const ofMembers = (from: number, count: number) =>
  Promise.all(built.actives.slice(from, from + count).map((member) => duesOfMember(db(), member)))

describe('receipts are numbered without a gap', () => {
  test('20 payments at once give the numbers 1 to 20, and the register recomputes', async () => {
    const dues = await ofMembers(0, 20)
    await Promise.all(dues.map(({ id }) => recordPayment(ctx, aPayment([id]))))
    expect(await numbers()).toEqual(rank(20))
    expect(await verifyReceipts(db())).toEqual({ ok: true, entries: 20 })
  })

  test('cancellations and new payments at once: numbers kept, none used twice', async () => {
    const before = await db().payment.findMany({ take: 10 })
    const dues = await ofMembers(20, 10)
    await Promise.all([
      ...before.map(({ id }) => cancelPayment(ctx, { paymentId: id, reason: 'cancel-error' })),
      ...dues.map(({ id }) => recordPayment(ctx, aPayment([id]))),
    ])
    expect(await numbers()).toEqual(rank(30))
    expect(await db().receipt.count({ where: { cancelledOn: { not: null } } })).toBe(10)
    expect(await verifyReceipts(db())).toEqual({ ok: true, entries: 40 })
  })

  test('a payment that fails midway takes no number', async () => {
    const [dues] = await ofMembers(30, 1)
    await transact(db(), async (tx) => {
      const paymentId = dues!.id
      await tx.payment.create({
        data: {
          id: paymentId,
          method: 'CASH',
          state: 'OPEN',
          payerName: 'X',
          expectedCents: 5_000,
          createdAt: dues!.openedOn,
          lines: { create: { duesId: dues!.id, position: 1, amountCents: 5_000 } },
        },
      })
      await bringTotal(tx, ctx, { paymentId, kind: 'RECEIVED', totalCents: 5_000, on: '2027-05-03', source: 'manual' })
      await applyPayment(tx, ctx, paymentId)
      throw new Error('crash')
    }).catch(() => {})
    expect(await numbers()).toEqual(rank(30))
  })
})

describe('the receipt alive says what was given', () => {
  test('contested, then won: the first is cancelled, a new one is issued, each with its mail', async () => {
    const member = built.actives[31]!
    const dues = await duesOfMember(db(), member)
    const paymentId = await recordPayment(ctx, aPayment([dues.id]))
    const contest = (totalCents: number) =>
      transact(db(), async (tx) => {
        await bringTotal(tx, ctx, { paymentId, kind: 'CONTESTED', totalCents, on: '2027-05-10', source: 'dp_1' })
        await applyPayment(tx, ctx, paymentId)
      })
    await contest(5_000)
    await contest(0)
    const receipts = await db().receipt.findMany({ where: { paymentId }, orderBy: { number: 'asc' } })
    expect(receipts).toMatchObject([{ cancelReason: 'contestation' }, { cancelledOn: null, amountCents: 5_000 }])
    const mails = await db().mail.findMany({ where: { toAddress: member.email }, orderBy: { id: 'asc' } })
    expect(mails.map(({ template }) => template).toSorted()).toEqual([
      'receipt-cancelled',
      'receipt-issued',
      'receipt-issued',
    ])
  })

  test('synchronised again, nothing changes', async () => {
    const before = await numbers()
    const payments = await db().payment.findMany({ select: { id: true } })
    for (const { id } of payments) await transact(db(), (tx) => syncReceipts(tx, ctx, id))
    expect(await numbers()).toEqual(before)
  })

  test('names the treasurer in office, the seat and the member as they are that day', async () => {
    const member = built.actives[32]!
    const dues = await duesOfMember(db(), member)
    const paymentId = await recordPayment(ctx, aPayment([dues.id], { payerName: member.label }))
    const receipt = await db().receipt.findFirstOrThrow({ where: { paymentId } })
    expect(receipt.facts).toMatchObject({
      association: { name: 'CPTS des Deux Rives', address: '1 place de la Mairie, 94200 Ivry-sur-Seine' },
      member: { name: member.label, address: '33 rue des Lilas\n94200 Ivry-sur-Seine' },
      year: 2027,
      payer: null,
      signer: { name: 'Dr Fondateur 3', quality: 'Trésorerie' },
    })
  })
})

describe('the database itself', () => {
  test.each([
    ['its sum', `update "Receipt" set "amountCents" = 1 where number = 11`],
    ['its number', `update "Receipt" set number = 999 where number = 11`],
    ['itself', `delete from "Receipt" where number = 11`],
    [
      'a cancellation',
      `update "Receipt" set "cancelReason" = 'x' where number = (select min(number) from "Receipt" where "cancelledOn" is not null)`,
    ],
  ])('a receipt does not lose %s', async (_, sql) => {
    await expect(pool().query(sql)).rejects.toMatchObject({ code: 'P0A01' })
  })

  test('the register holds no name', async () => {
    const entries = await db().registerEntry.findMany({ where: { stream: 'receipts' } })
    expect(entries.map(({ body }) => body).join()).not.toMatch(/Actif|Fondateur/)
  })

  test('the verification tells a receipt changed behind the triggers', async () => {
    await pool()
      .query(`alter table "Receipt" disable trigger all; update "Receipt" set "amountCents" = 1 where number = 11;
      alter table "Receipt" enable trigger all`)
    expect(await verifyReceipts(db())).toMatchObject({ ok: false, stream: 'receipts', seq: 11, fault: 'reçu modifié' })
  })
})

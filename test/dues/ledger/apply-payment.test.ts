import { beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '~/platform/context'
import { buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { bring, disagreements, duesRow, pay } from '../../support/ledger'

const db = useDatabase()
let built: BuiltAssociation
let ctx: Context

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 20, settled: false })
  ctx = await contextFor(db(), built.founders[2]!)
})

const dues = (rank: number) => duesRow(db(), built.actives[rank]!.id, 2027)
const issue = (paymentId: string) => db().paymentIssue.findUnique({ where: { key: `surplus:${paymentId}` } })

describe('12-a: what is paid settles the dues', () => {
  test.each([
    [0, 4_999, null],
    [1, 5_000, 'SETTLED'],
    [2, 5_001, 'SETTLED'],
  ])('member %i pays %i of 5 000 cents', async (rank, cents, closedAs) => {
    const { id } = await dues(rank)
    const paymentId = await pay(ctx, [{ duesId: id, amountCents: 5_000 }], cents)
    expect(await dues(rank)).toMatchObject({ paidCents: Math.min(cents, 5_000), closedAs })
    expect((await issue(paymentId))?.details ?? null).toEqual(cents > 5_000 ? { cents: cents - 5_000 } : null)
  })

  test('two members by one payer: one payment, one receipt each', async () => {
    const lines = [(await dues(3)).id, (await dues(4)).id].map((duesId) => ({ duesId, amountCents: 5_000 }))
    const paymentId = await pay(ctx, lines)
    expect((await dues(4)).settledOn).not.toBeNull()
    expect(await db().receipt.count({ where: { paymentId } })).toBe(2)
  })
})

describe('what is taken back opens the dues again', () => {
  test('a dispute, then its end in our favour', async () => {
    const { id } = await dues(5)
    const paymentId = await pay(ctx, [{ duesId: id, amountCents: 5_000 }])
    await bring(ctx, paymentId, { CONTESTED: 5_000 })
    expect(await dues(5)).toMatchObject({ paidCents: 0, settledOn: null, closedAs: null })
    expect((await dues(5)).reopenedOn).not.toBeNull()
    await bring(ctx, paymentId, { CONTESTED: 0 })
    expect(await dues(5)).toMatchObject({ paidCents: 5_000, closedAs: 'SETTLED' })
    expect(await db().receipt.findMany({ where: { paymentId }, orderBy: { number: 'asc' } })).toMatchObject([
      { cancelReason: expect.any(String) as string },
      { cancelledOn: null },
    ])
  })

  test('a double payment waits for a person; when the first is refunded, it takes its place', async () => {
    const { id } = await dues(6)
    const first = await pay(ctx, [{ duesId: id, amountCents: 5_000 }])
    const second = await pay(ctx, [{ duesId: id, amountCents: 5_000 }])
    expect(await issue(second)).toMatchObject({ kind: 'surplus', details: { cents: 5_000 }, resolvedAt: null })
    await bring(ctx, first, { REFUNDED: 5_000 })
    expect(await dues(6)).toMatchObject({ paidCents: 5_000, closedAs: 'SETTLED' })
    expect((await issue(second))?.resolvedAt).not.toBeNull()
    expect(await db().payment.findUniqueOrThrow({ where: { id: first } })).toMatchObject({ state: 'REFUNDED' })
  })

  test('told again, nothing moves', async () => {
    const { id } = await dues(7)
    const paymentId = await pay(ctx, [{ duesId: id, amountCents: 5_000 }])
    const before = await db().paymentEntry.count()
    await bring(ctx, paymentId, { RECEIVED: 5_000, REFUNDED: 0, CONTESTED: 0 })
    expect(await db().paymentEntry.count()).toBe(before)
    expect(await db().receipt.count({ where: { paymentId } })).toBe(1)
  })
})

test('ten payments of one dues at once: it is paid once, nine wait for a person, every sum agrees', async () => {
  const { id } = await dues(8)
  const payments = await Promise.all(Array.from({ length: 10 }, () => pay(ctx, [{ duesId: id, amountCents: 5_000 }])))
  expect(await dues(8)).toMatchObject({ paidCents: 5_000 })
  const issues = await Promise.all(payments.map(issue))
  expect(issues.filter((each) => each?.resolvedAt === null)).toHaveLength(9)
  expect(await db().receipt.count({ where: { duesId: id, cancelledOn: null } })).toBe(1)
  expect(await disagreements(db())).toEqual([])
})

test('the database refuses a payment that gives more than it has, and an allocation rewritten', async () => {
  const { id } = await dues(9)
  const paymentId = await pay(ctx, [{ duesId: id, amountCents: 5_000 }])
  await expect(
    db().payment.update({ where: { id: paymentId }, data: { allocatedCents: 5_001 } }),
  ).rejects.toMatchObject({ message: expect.stringContaining('P0A06') as string })
  await expect(db().$executeRaw`update "Allocation" set "amountCents" = 1`).rejects.toMatchObject({
    message: expect.stringContaining('P0A01') as string,
  })
})

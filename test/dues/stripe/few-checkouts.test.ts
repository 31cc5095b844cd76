import { beforeAll, expect, test } from 'vitest'
import { MOST_CHECKOUTS } from '~/dues/stripe/few-checkouts.server'
import { createPayment } from '~/dues/ledger/create-payment.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { buildAssociation, contextFor, TEST_NOW, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { useStripe } from '../../support/stripe/use-stripe'
import { duesOf, pay, testSeconds } from './support'

const db = useDatabase()
useStripe(testSeconds)
let built: BuiltAssociation
beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 4, settled: false })
})

const at = async (rank: number, minutes: number): Promise<Context> => ({
  ...(await contextFor(db(), built.actives[rank]!)),
  now: TEST_NOW.add({ minutes }),
})
const open = async (rank: number, minutes: number) => {
  const dues = await duesOf(db(), built.actives[rank]!)
  return pay(await at(rank, minutes), [{ duesId: dues.id, amountCents: 5000 }])
}
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error : null),
  )

test(`an account opens ${MOST_CHECKOUTS} pages in an hour, not one more; then it is told when`, async () => {
  for (let minutes = 0; minutes < MOST_CHECKOUTS; minutes += 1) await open(0, minutes)
  const refusal = await refused(open(0, 59))
  expect(refusal).toMatchObject({ status: 429 })
  // TEST_NOW is noon in Paris: the first page was opened then
  expect(refusal?.message.replace(/\s/g, ' ')).toContain('Réessayez à partir de 13 h 01')
  await open(1, 59)
  await open(0, 61)
})

test('a page that Stripe could not open does not count', async () => {
  const dues = await duesOf(db(), built.actives[2]!)
  const ctx = await at(2, 0)
  const lines = [{ duesId: dues.id, amountCents: 5000 }]
  const failed = { method: 'CARD', state: 'FAILED', payerName: 'Mme Actif 3', payerMemberId: null, lines } as const
  await transact(db(), async (tx) => {
    for (let tries = 0; tries < MOST_CHECKOUTS; tries += 1) await createPayment(tx, ctx, { ...failed, lines })
  })
  await open(2, 30)
})

test('pressed more often than allowed at the same moment: no more rows than allowed', async () => {
  const dues = await duesOf(db(), built.actives[3]!)
  const ctx = await at(3, 0)
  await Promise.allSettled(
    Array.from({ length: MOST_CHECKOUTS + 6 }, () => pay(ctx, [{ duesId: dues.id, amountCents: 5000 }])),
  )
  const rows = await db().payment.count({ where: { createdById: ctx.actor.accountId } })
  expect(rows).toBeLessThanOrEqual(MOST_CHECKOUTS)
  expect(rows).toBeGreaterThan(0)
})

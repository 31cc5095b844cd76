import { beforeAll, expect, test } from 'vitest'
import { applyPayment } from '~/dues/ledger/apply-payment.server'
import { bringTotal } from '~/dues/ledger/bring-total.server'
import { createPayment } from '~/dues/ledger/create-payment.server'
import { processEvent } from '~/dues/stripe/process-event.server'
import { receiveEvent } from '~/dues/stripe/receive-event.server'
import { transact } from '~/platform/db.server'
import { signedEvent } from '~/platform/payments/stripe.server'
import { buildAssociation, type BuiltAssociation, type BuiltMember } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { useStripe } from '../../support/stripe/use-stripe'
import { duesOf, openPage, outcomeOf, system, testSeconds } from './support'

const db = useDatabase()
const peer = useStripe(testSeconds)
let built: BuiltAssociation
beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 6, settled: false })
})

/** Keeps the events told since, without doing them; returns their ids. */
async function keepSince(mark: number): Promise<string[]> {
  for (const event of peer().events.slice(mark)) {
    const { body, headers } = peer().signed(event)
    const signed = signedEvent(body, headers['stripe-signature'] ?? null)
    if (signed) await receiveEvent(system(db()), signed)
  }
  const waiting = await db().stripeEvent.findMany({ where: { processedAt: null }, select: { id: true } })
  return waiting.map(({ id }) => id)
}
const doAll = (ids: string[]) => ids.map((id) => processEvent(system(db()), id))
const manual = (who: BuiltMember) =>
  transact(db(), async (tx) => {
    const dues = await duesOf(db(), who)
    const lines = [{ duesId: dues.id, amountCents: 5000 }]
    const ctx = system(db())
    const paymentId = await createPayment(tx, ctx, {
      method: 'TRANSFER',
      payerName: who.label,
      payerMemberId: who.id,
      lines,
    })
    await bringTotal(tx, ctx, { paymentId, kind: 'RECEIVED', totalCents: 5000, on: '2027-05-10', source: 'manual' })
    await applyPayment(tx, ctx, paymentId)
  })

test('all the events of a payment at once, each by two workers, while Stripe goes on', async () => {
  const who = built.actives[0]!
  const page = await openPage(db(), peer(), who)
  const mark = peer().events.length
  peer().act.payByCard(page.id)
  const first = await keepSince(mark)
  const working = Promise.all(doAll([...first, ...first]))
  const dispute = peer().act.dispute(page.payment_intent ?? '')
  peer().act.disputeWon(dispute.id)
  await working
  const second = await keepSince(mark)
  await Promise.all(doAll([...second, ...second, ...first]))
  expect(await outcomeOf(db(), who)).toMatchObject({ paidCents: 5000, receipts: [5000], payments: [{ state: 'PAID' }] })
  const entries = await db().paymentEntry.findMany({ where: { payment: { checkoutId: page.id }, kind: 'RECEIVED' } })
  expect(entries.map(({ amountCents }) => amountCents)).toEqual([5000])
  expect(await db().stripeEvent.count({ where: { processedAt: null } })).toBe(0)
})

test('a reading begun before another was written is thrown away', async () => {
  const who = built.actives[1]!
  const page = await openPage(db(), peer(), who)
  peer().act.payByCard(page.id)
  const [first, ...rest] = await keepSince(0)
  peer().pause(/GET \/v1\/checkout\/sessions\//)
  const late = processEvent(system(db()), first!)
  await peer().paused()
  peer().act.refund(page.payment_intent ?? '')
  await Promise.all(doAll(rest))
  expect(await outcomeOf(db(), who)).toMatchObject({ payments: [{ state: 'REFUNDED' }] })
  peer().resume()
  await late
  expect(await outcomeOf(db(), who)).toMatchObject({ paidCents: 0, receipts: [], payments: [{ state: 'REFUNDED' }] })
})

test.each([2, 3, 4, 5])(
  'a webhook and a transfer typed at the same moment (member %i): the dues are paid once',
  async (rank) => {
    const who = built.actives[rank]!
    const page = await openPage(db(), peer(), who)
    peer().act.payByCard(page.id)
    const ids = await keepSince(0)
    await Promise.all([...doAll(ids), manual(who)])
    const outcome = await outcomeOf(db(), who)
    expect(outcome).toMatchObject({ paidCents: 5000, allocated: 5000, receipts: [5000] })
    expect(outcome.payments.map(({ received }) => received)).toEqual([5000, 5000])
    expect(outcome.payments.map(({ allocated }) => allocated).toSorted()).toEqual([0, 5000])
    expect(outcome.issues).toEqual([{ kind: 'surplus', resolution: null }])
  },
)

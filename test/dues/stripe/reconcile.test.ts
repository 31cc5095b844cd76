import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { catchUpEvents } from '~/dues/stripe/catch-up.server'
import { processEvent } from '~/dues/stripe/process-event.server'
import { reconcile } from '~/dues/stripe/reconcile.server'
import { stripeLink } from '~/dues/stripe/link.query.server'
import { pool } from '~/platform/db.server'
import { buildAssociation, contextFor, TEST_NOW, type BuiltAssociation, type BuiltMember } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { useStripe } from '../../support/stripe/use-stripe'
import { later, openPage, outcomeOf, system, tell, teller, testSeconds } from './support'

const db = useDatabase()
let ahead = 0
const peer = useStripe(() => testSeconds() + ahead)
const tellAll = teller(db, peer)
let built: BuiltAssociation
let next = 0
const member = (): BuiltMember => built.actives[next++]!
beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 20, settled: false })
})
beforeEach(() => {
  ahead = 0
})

/** What the worker would do with what waits. */
async function work(now = TEST_NOW): Promise<void> {
  for (const { id } of await db().stripeEvent.findMany({ where: { processedAt: null } }))
    await processEvent(system(db(), now), id)
}
const paidPage = async (who = member()) => {
  const page = await openPage(db(), peer(), who)
  peer().act.payByCard(page.id)
  return { who, page }
}

describe('events that never came', () => {
  test('are fetched at night, in pages, once', async () => {
    const { who } = await paidPage()
    for (let index = 0; index < 120; index += 1) peer().world.emit('charge.refunded', peer().world.all('charge')[0]!)
    await reconcile(system(db()))
    const kept = await db().stripeEvent.count()
    expect(kept).toBe(
      peer().events.filter(({ type }) => !['charge.succeeded', 'payment_intent.created'].includes(type)).length,
    )
    const fillers = { type: 'charge.refunded' }
    await db().stripeEvent.updateMany({ where: fillers, data: { processedAt: new Date(TEST_NOW.epochMilliseconds) } })
    await work()
    expect(await outcomeOf(db(), who)).toMatchObject({ paidCents: 5000, receipts: [5000] })
    await reconcile(system(db()))
    expect(await db().stripeEvent.count()).toBe(kept)
  })

  test('one that cannot be kept stops no other of its page, and is counted', async () => {
    const bad = peer().world.emit('charge.refunded', peer().world.all('charge')[0]!)
    const good = peer().world.emit('charge.refunded', peer().world.all('charge')[0]!)
    await pool().query(`
      create function bad_event() returns trigger language plpgsql as $$ begin raise exception 'bad event'; end $$;
      create trigger bad_event before insert on "StripeEvent" for each row when (new.id = '${bad.id}') execute function bad_event()`)
    await reconcile(system(db()))
    await pool().query('drop trigger bad_event on "StripeEvent"; drop function bad_event')
    const known = await db().stripeEvent.findMany({ where: { id: { in: [bad.id, good.id] } }, select: { id: true } })
    expect(known).toEqual([{ id: good.id }])
    const told = await db().journalEntry.findFirst({ where: { act: 'stripe.reconciled' }, orderBy: { id: 'desc' } })
    expect(told?.details).toMatchObject({ missed: { failed: 1 } })
    await db().stripeEvent.deleteMany({ where: { id: good.id } })
  })

  test('from three days before the last one seen, and no longer than Stripe keeps them', async () => {
    const { page } = await paidPage()
    await tellAll()
    ahead = -4 * 86_400
    const old = peer().world.emit('checkout.session.completed', page)
    ahead = -2 * 86_400
    const recent = peer().world.emit('checkout.session.completed', page)
    await reconcile(system(db()))
    const ids = (await db().stripeEvent.findMany({ where: { id: { in: [old.id, recent.id] } } })).map(({ id }) => id)
    expect(ids).toEqual([recent.id])
    await work()
  })

  test('a page past its hour and a debit under way are read again', async () => {
    const [a, b] = [member(), member()]
    const gone = await openPage(db(), peer(), a)
    gone.status = 'expired'
    const debit = await openPage(db(), peer(), b)
    peer().act.startSepa(debit.id)
    await tellAll()
    peer().act.sepaSucceeds(debit.id)
    ahead = 86_400 * 40
    await reconcile(system(db(), later(40)))
    expect(await outcomeOf(db(), a)).toMatchObject({ payments: [{ state: 'EXPIRED' }] })
    expect(await outcomeOf(db(), b)).toMatchObject({ payments: [{ state: 'PAID' }] })
  })
})

describe('a worker was killed with its job', () => {
  test('after three minutes the event gets another, not before', async () => {
    const { page } = await paidPage()
    const signed = peer().world.emit('checkout.session.completed', page)
    await db().stripeEvent.create({
      data: {
        id: signed.id,
        type: signed.type,
        objectId: page.id,
        livemode: false,
        createdAt: new Date(TEST_NOW.epochMilliseconds),
        receivedAt: new Date(TEST_NOW.epochMilliseconds),
      },
    })
    expect(await catchUpEvents(system(db(), TEST_NOW.add({ minutes: 2 })))).toBe(0)
    expect(await catchUpEvents(system(db(), TEST_NOW.add({ minutes: 4 })))).toBe(1)
    const jobs = await pool().query('select 1 from graphile_worker.jobs where key = $1', [`stripe-event:${signed.id}`])
    expect(jobs.rowCount).toBe(1)
    await work()
    expect(await catchUpEvents(system(db(), later(1)))).toBe(0)
  })
})

describe('a payout is what its movements make, each known here', () => {
  test('it agrees: net of fees, refunds and disputes', async () => {
    peer().act.payout()
    await paidPage()
    const { page } = await paidPage()
    peer().act.refund(page.payment_intent ?? '', { amount: 1000 })
    const { page: disputed } = await paidPage()
    peer().act.dispute(disputed.payment_intent ?? '')
    await tellAll()
    const payout = peer().act.payout()
    await tellAll()
    expect(payout.amount).toBe(3 * 4900 - 1000 - 5000 - 1500)
    expect(await db().stripePayout.findUniqueOrThrow({ where: { id: payout.id } })).toMatchObject({
      amountCents: payout.amount,
      netCents: payout.amount,
      unknownCents: 0,
      status: 'paid',
    })
    expect(await db().paymentIssue.count({ where: { key: `payout-differs:${payout.id}` } })).toBe(0)
  })

  test('money of a payment that we do not know, or another sum than recorded, is asked about until it is explained', async () => {
    const { page } = await paidPage()
    const payout = peer().act.payout()
    await tell(db(), peer(), peer().events.at(-1)!)
    const key = `payout-differs:${payout.id}`
    expect(await db().stripePayout.findUniqueOrThrow({ where: { id: payout.id } })).toMatchObject({
      unknownCents: 4900,
    })
    const asked = await db().paymentIssue.findUniqueOrThrow({ where: { key } })
    expect(asked.details).toMatchObject({ sentence: expect.stringContaining('aucun paiement connu') })
    await tellAll()
    await reconcile(system(db()))
    expect((await db().paymentIssue.findUniqueOrThrow({ where: { key } })).resolution).toContain('concordent')
    expect(page.payment_status).toBe('paid')
  })

  test('movements that do not make its sum are asked about', async () => {
    await paidPage()
    const payout = peer().act.payout()
    payout.amount += 1
    await tellAll()
    const asked = await db().paymentIssue.findUniqueOrThrow({ where: { key: `payout-differs:${payout.id}` } })
    expect(asked.details).toMatchObject({ cents: payout.amount, netCents: payout.amount - 1, unknownCents: 0 })
  })
})

test('the treasurer reads the last event, the last night and the payouts with their differences', async () => {
  const link = await stripeLink(await contextFor(db(), built.founders[2]!))
  expect(link).toMatchObject({
    open: true,
    mode: 'test',
    secrets: 1,
    webhookUrl: 'http://localhost:3000/webhooks/stripe',
  })
  expect(link.waiting).toBe(0)
  expect(link.reconciledAt).not.toBeNull()
  expect(link.payouts.some(({ amountCents, netCents }) => amountCents !== netCents)).toBe(true)
})

describe('what Stripe cannot list, or tells later, stops nothing', () => {
  test('a payout sent by hand is kept with its sum; its event is closed, the night recorded, the payouts after it checked', async () => {
    await paidPage()
    await tellAll()
    const byHand = peer().act.payout({ automatic: false })
    await paidPage()
    await tellAll()
    const automatic = peer().act.payout()
    await tellAll()
    await work()
    await reconcile(system(db()))
    expect(await db().stripeEvent.count({ where: { processedAt: null } })).toBe(0)
    expect(await db().stripePayout.findUniqueOrThrow({ where: { id: byHand.id } })).toMatchObject({
      amountCents: byHand.amount,
      unlisted: true,
    })
    expect(await db().stripePayout.findUniqueOrThrow({ where: { id: automatic.id } })).toMatchObject({
      netCents: automatic.amount,
      unlisted: false,
    })
    expect(await db().paymentIssue.count({ where: { key: `payout-differs:${byHand.id}` } })).toBe(0)
    const { reconciledAt, payouts } = await stripeLink(await contextFor(db(), built.founders[0]!))
    expect(reconciledAt).not.toBeNull()
    expect(payouts.find(({ id }) => id === byHand.id)).toMatchObject({ unlisted: true })
  })

  test('one payment that cannot be read again stops neither the others nor the night', async () => {
    const [a, b] = [member(), member()]
    const [bad, good] = [await openPage(db(), peer(), a), await openPage(db(), peer(), b)]
    for (const page of [bad, good]) page.status = 'expired'
    peer().world.objects.delete(bad.id)
    ahead = 86_400
    const before = await db().journalEntry.count({ where: { act: 'stripe.reconciled' } })
    await reconcile(system(db(), later(1)))
    expect(await outcomeOf(db(), b)).toMatchObject({ payments: [{ state: 'EXPIRED' }] })
    expect(await db().journalEntry.count({ where: { act: 'stripe.reconciled' } })).toBe(before + 1)
  })

  test.each(['charge.updated', 'the payout', 'the night'] as const)(
    'a fee that comes later: %s brings it',
    async (who) => {
      const { page } = await paidPage()
      const intent = peer().world.get('payment_intent', page.payment_intent ?? '')
      const charge = peer().world.get('charge', intent.latest_charge ?? '')
      const settled = charge.balance_transaction
      charge.balance_transaction = null
      await tellAll()
      const payment = () => db().payment.findFirstOrThrow({ where: { checkoutId: page.id } })
      expect(await payment()).toMatchObject({ state: 'PAID', feeCents: null })
      charge.balance_transaction = settled
      if (who === 'charge.updated') peer().world.emit('charge.updated', charge)
      if (who === 'the payout') peer().act.payout()
      if (who === 'the night') await reconcile(system(db()))
      await tellAll()
      expect((await payment()).feeCents).toBe(100)
    },
  )
})

import type { SystemContext } from '~/platform/context'
import { dateFromInstant, instantFromDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { allOf, eachAlone, togetherOrAlone, type Counts } from '~/platform/each-alone.server'
import { journal } from '~/platform/journal.server'
import { paymentsOnLine, stripe, type Stripe } from '~/platform/payments/stripe.server'
import { EVENT_LISTS } from './event-types'
import { keepEvents } from './receive-event.server'
import { reconcilePayout } from './reconcile-payout.server'
import { readAgain, WITHOUT_FEE } from './read-again.server'

const HOUR = 3600
/** Stripe keeps its events for thirty days. */
const LONGEST = 30 * 24 * HOUR
/** It sends again for three days what was not answered: look that far behind the last one seen. */
const OVERLAP = 3 * 24 * HOUR
const PAGE = 100
const MOST_PAYMENTS = 200
/** After these, a fee that never came is not asked for any more. */
const FEE_DAYS = 90

/**
 * Compares us with Stripe, each night: events that never came are put in the inbox, payments left waiting are read again,
 * payouts are checked against what is recorded. One that cannot be read does not stop the others; how many failed is recorded. A
 * list that Stripe does not give stops no other part either, but the night is not recorded as done, and is tried again.
 * Does nothing while payments on line are not set up.
 */
export async function reconcile(ctx: SystemContext): Promise<void> {
  if (!paymentsOnLine()) return
  const done: Record<string, Counts> = {}
  await allOf('reconcile-stripe', {
    events: async () => {
      done.missed = await fetchMissedEvents(ctx)
    },
    payments: async () => {
      done.reread = await eachAlone('payments read again', await toReadAgain(ctx), (id) => readAgain(ctx, id))
    },
    payouts: async () => {
      done.payouts = await checkPayouts(ctx)
    },
  })
  await transact(ctx.db, async (tx) => {
    await tx.stripeReconciliation.create({ data: { at: dateFromInstant(ctx.now) }, select: { id: true } })
    await journal(tx, ctx, { act: 'stripe.reconciled', subject: 'Association', details: done })
  })
}

async function fetchMissedEvents(ctx: SystemContext): Promise<Counts> {
  const { _max } = await ctx.db.stripeEvent.aggregate({ _max: { createdAt: true } })
  const last = _max.createdAt ? secondsOf(_max.createdAt) : 0
  const since = Math.max(last - OVERLAP, nowSeconds(ctx) - LONGEST)
  const missed: Counts = { done: 0, failed: 0 }
  const keep = (page: Stripe.Event[]) =>
    togetherOrAlone(
      'events of Stripe',
      page.map(({ id }) => id),
      (ids) =>
        transact(ctx.db, (tx) =>
          keepEvents(
            tx,
            ctx,
            page.filter(({ id }) => ids.includes(id)),
          ),
        ),
    )
  const list = async (types: Stripe.EventListParams['types']) => {
    for await (const page of pagesOf(stripe().events.list({ types, created: { gte: since }, limit: PAGE }))) {
      const { done, failed } = await keep(page)
      missed.done += done
      missed.failed += failed
    }
  }
  await allOf(
    'events of Stripe',
    Object.fromEntries(EVENT_LISTS.map((types, rank) => [`list ${rank + 1}`, () => list(types)])),
  )
  return missed
}

async function* pagesOf<T>(listed: AsyncIterable<T>): AsyncGenerator<T[]> {
  let page: T[] = []
  for await (const each of listed)
    if (page.push(each) === PAGE) {
      yield page
      page = []
    }
  if (page.length > 0) yield page
}

/**
 * Pages past their hour and debits under way: their end may have been told to nobody, as after a restored backup. And payments
 * of a quarter whose fee is not known: Stripe settles it after the payment, sometimes days later.
 */
async function toReadAgain(ctx: SystemContext): Promise<string[]> {
  const waiting = await ctx.db.payment.findMany({
    where: {
      checkoutId: { not: null },
      OR: [
        { state: 'OPEN', checkoutExpires: { lt: dateFromInstant(ctx.now.subtract({ hours: 1 })) } },
        { state: 'PROCESSING' },
      ],
    },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
    take: MOST_PAYMENTS,
  })
  const withoutFee = await ctx.db.payment.findMany({
    where: {
      ...WITHOUT_FEE,
      checkoutId: { not: null },
      createdAt: { gte: dateFromInstant(ctx.now.subtract({ hours: 24 * FEE_DAYS })) },
    },
    select: { id: true },
    orderBy: { createdAt: 'desc' },
    take: MOST_PAYMENTS,
  })
  return [...waiting, ...withoutFee].map(({ id }) => id)
}

/** Payouts of the last thirty days that are not yet found right. */
function checkPayouts(ctx: SystemContext): Promise<Counts> {
  const unsettled = async function* () {
    const since = nowSeconds(ctx) - LONGEST
    for await (const { id, amount, status } of stripe().payouts.list({ created: { gte: since }, limit: PAGE })) {
      const known = await ctx.db.stripePayout.findUnique({ where: { id } })
      const agrees = known !== null && (known.unlisted || (known.netCents === amount && known.unknownCents === 0))
      if (!agrees || known.status !== status) yield id
    }
  }
  return eachAlone('payouts', unsettled(), (payoutId) => reconcilePayout(ctx, { payoutId }))
}

const nowSeconds = (ctx: SystemContext): number => Math.floor(ctx.now.epochMilliseconds / 1000)
const secondsOf = (date: Date): number => Math.floor(instantFromDate(date).epochMilliseconds / 1000)

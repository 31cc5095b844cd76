import type { SystemContext } from '~/platform/context'
import { dateFromInstant, instantFromDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { paymentsOnLine, stripe, type Stripe } from '~/platform/payments/stripe.server'
import { EVENT_TYPES } from './event-types'
import { keepEvents } from './receive-event.server'
import { reconcilePayout } from './reconcile-payout.server'
import { syncPayment } from './sync-payment.server'

const HOUR = 3600
/** Stripe keeps its events for thirty days. */
const LONGEST = 30 * 24 * HOUR
/** It sends again for three days what was not answered: look that far behind the last one seen. */
const OVERLAP = 3 * 24 * HOUR
const PAGE = 100
const MOST_PAYMENTS = 200

/**
 * Compares us with Stripe, each night: events that never came are put in the inbox, payments left waiting are read again,
 * payouts are checked against what is recorded. Does nothing while payments on line are not set up.
 */
export async function reconcile(ctx: SystemContext): Promise<void> {
  if (!paymentsOnLine()) return
  const missed = await fetchMissedEvents(ctx)
  const reread = await rereadWaiting(ctx)
  const payouts = await checkPayouts(ctx)
  await transact(ctx.db, (tx) =>
    journal(tx, ctx, { act: 'stripe.reconciled', subject: 'Association', details: { missed, reread, payouts } }),
  )
}

async function fetchMissedEvents(ctx: SystemContext): Promise<number> {
  const { _max } = await ctx.db.stripeEvent.aggregate({ _max: { createdAt: true } })
  const last = _max.createdAt ? secondsOf(_max.createdAt) : 0
  const since = Math.max(last - OVERLAP, nowSeconds(ctx) - LONGEST)
  let missed = 0
  let page: Stripe.Event[] = []
  const keep = async () => {
    missed += await transact(ctx.db, (tx) => keepEvents(tx, ctx, page))
    page = []
  }
  for await (const event of stripe().events.list({ types: [...EVENT_TYPES], created: { gte: since }, limit: PAGE })) {
    if (page.push(event) === PAGE) await keep()
  }
  await keep()
  return missed
}

/** Pages past their hour and debits under way: their end may have been told to nobody, as after a restored backup. */
async function rereadWaiting(ctx: SystemContext): Promise<number> {
  const rows = await ctx.db.payment.findMany({
    where: {
      checkoutId: { not: null },
      OR: [
        { state: 'OPEN', checkoutExpires: { lt: dateFromInstant(ctx.now.subtract({ hours: 1 })) } },
        { state: 'PROCESSING' },
      ],
    },
    select: { id: true, checkoutId: true },
    orderBy: { createdAt: 'asc' },
    take: MOST_PAYMENTS,
  })
  for (const { id, checkoutId } of rows) if (checkoutId) await syncPayment(ctx, { paymentId: id, checkoutId })
  return rows.length
}

/** Payouts of the last thirty days that are not yet found right. */
async function checkPayouts(ctx: SystemContext): Promise<number> {
  const since = nowSeconds(ctx) - LONGEST
  let checked = 0
  for await (const { id, amount, status } of stripe().payouts.list({ created: { gte: since }, limit: PAGE })) {
    const known = await ctx.db.stripePayout.findUnique({ where: { id } })
    if (known?.status === status && known.netCents === amount && known.unknownCents === 0) continue
    await reconcilePayout(ctx, { payoutId: id })
    checked += 1
  }
  return checked
}

const nowSeconds = (ctx: SystemContext): number => Math.floor(ctx.now.epochMilliseconds / 1000)
const secondsOf = (date: Date): number => Math.floor(instantFromDate(date).epochMilliseconds / 1000)

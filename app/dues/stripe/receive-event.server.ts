import type { SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { enqueue } from '~/platform/jobs.server'
import type { Stripe } from '~/platform/payments/stripe.server'
import { Temporal } from 'temporal-polyfill'
import { isListened } from './event-types'

/**
 * Keeps an event of Stripe, once whatever the times it comes, with the job that will read again what it is about. Of the
 * event itself nothing is believed but which object changed. Types that we do not listen to are passed over.
 */
export async function receiveEvent(ctx: SystemContext, event: Stripe.Event): Promise<void> {
  if (!isListened(event.type)) return
  await transact(ctx.db, (tx) => keepEvents(tx, ctx, [event]))
}

/** The same for several events of the types that we listen to; returns how many were new. */
export async function keepEvents(tx: Tx, ctx: SystemContext, events: Stripe.Event[]): Promise<number> {
  let kept = 0
  for (const event of events) {
    const { count } = await tx.stripeEvent.createMany({ data: rowOf(ctx, event), skipDuplicates: true })
    if (count > 0) await enqueueEvent(tx, event.id)
    kept += count
  }
  return kept
}

/** Several jobs for one event do no harm: the first to write closes it. */
export async function enqueueEvent(tx: Tx, eventId: string): Promise<void> {
  await enqueue(tx, 'stripe-event', { eventId }, { jobKey: `stripe-event:${eventId}` })
}

function rowOf(ctx: SystemContext, event: Stripe.Event) {
  return {
    id: event.id,
    type: event.type,
    objectId: subjectOf(event),
    livemode: event.livemode,
    createdAt: dateFromInstant(Temporal.Instant.fromEpochMilliseconds(event.created * 1000)),
    receivedAt: dateFromInstant(ctx.now),
  }
}

/** What to read again: the session, the payout, or the payment of a charge, refund or dispute. These links never change. */
function subjectOf(event: Stripe.Event): string {
  const object: { id?: string; payment_intent?: unknown; object?: string } = event.data.object
  const intent = object.object === 'checkout.session' ? null : object.payment_intent
  return (typeof intent === 'string' ? intent : null) ?? object.id ?? event.id
}

import type { SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { eachAlone } from '~/platform/each-alone.server'
import { paymentsOnLine } from '~/platform/payments/stripe.server'
import { enqueueEvent } from './receive-event.server'

const PATIENCE = { minutes: 3 }
const MOST = 500

/**
 * Gives a new job to each event that waits too long: a worker that was killed keeps the job it held for hours. Returns how
 * many. Does nothing while payments on line are not set up.
 */
export async function catchUpEvents(ctx: SystemContext): Promise<number> {
  if (!paymentsOnLine()) return 0
  const waiting = await ctx.db.stripeEvent.findMany({
    where: { processedAt: null, receivedAt: { lt: dateFromInstant(ctx.now.subtract(PATIENCE)) } },
    select: { id: true },
    orderBy: { receivedAt: 'asc' },
    take: MOST,
  })
  const { done } = await eachAlone(
    'events of Stripe that wait',
    waiting.map(({ id }) => id),
    (id) => transact(ctx.db, (tx) => enqueueEvent(tx, id)),
  )
  return done
}

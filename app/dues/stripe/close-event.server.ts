import type { Context, SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'

/** Marks an event of the inbox as done, in the transaction of what it did; the first to write stays. */
export async function closeEvent(
  tx: Tx,
  ctx: Context | SystemContext,
  eventId: string,
  outcome: 'written' | 'nothing-paid' | 'unknown' | 'another-checkout' | 'payout',
): Promise<void> {
  await tx.stripeEvent.updateMany({
    where: { id: eventId, processedAt: null },
    data: { processedAt: dateFromInstant(ctx.now), outcome },
  })
}

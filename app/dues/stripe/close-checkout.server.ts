import type { Context } from '~/platform/context'
import type { Db, Tx } from '~/platform/db.server'
import { stripeFault } from '~/platform/payments/stripe-error.server'
import { stripe } from '~/platform/payments/stripe.server'
import { syncPayment } from './sync-payment.server'

export type OpenCheckout = { paymentId: string; checkoutId: string }

/** Checkouts that a payer may still complete, of payments meant for one of these dues. */
export async function openCheckouts(db: Db | Tx, duesIds: string[]): Promise<OpenCheckout[]> {
  const rows = await db.payment.findMany({
    where: { state: 'OPEN', checkoutId: { not: null }, lines: { some: { duesId: { in: duesIds } } } },
    select: { id: true, checkoutId: true },
  })
  return rows.flatMap(({ id, checkoutId }) => (checkoutId === null ? [] : [{ paymentId: id, checkoutId }]))
}

/** Ends a checkout at Stripe before another one opens, then writes what became of it: it may just have been paid. */
export async function closeCheckout(ctx: Context, checkout: OpenCheckout): Promise<void> {
  try {
    await stripe().checkout.sessions.expire(checkout.checkoutId)
  } catch (error) {
    // no longer open: what it became is read below
    const fault = stripeFault(error)
    if (!fault || fault.passing) throw error
  }
  await syncPayment(ctx, checkout)
}

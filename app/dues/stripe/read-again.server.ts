import type { Prisma } from '~/generated/prisma/client'
import type { SystemContext } from '~/platform/context'
import { syncPayment } from './sync-payment.server'

/** Paid on line, and what Stripe took for it not known yet. */
export const WITHOUT_FEE = {
  state: 'PAID',
  feeCents: null,
  checkoutId: { not: null },
} satisfies Prisma.PaymentWhereInput

/** Reads one payment again at Stripe; false when it was never opened there. */
export async function readAgain(ctx: SystemContext, paymentId: string): Promise<boolean> {
  const payment = await ctx.db.payment.findUnique({ where: { id: paymentId }, select: { checkoutId: true } })
  if (!payment?.checkoutId) return false
  await syncPayment(ctx, { paymentId, checkoutId: payment.checkoutId })
  return true
}

import type { SystemContext } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { stripe, type Stripe } from '~/platform/payments/stripe.server'
import { euros } from '~/ui/format'
import { closeEvent } from './close-event.server'
import { followIssue } from './issue.server'
import { reconcilePayout } from './reconcile-payout.server'
import { syncPayment } from './sync-payment.server'

/**
 * Does what an event of the inbox asks for: reads again the object that it names, and writes what that shows. Done once:
 * again, or after its writer died, it changes nothing more.
 */
export async function processEvent(ctx: SystemContext, eventId: string): Promise<void> {
  const event = await ctx.db.stripeEvent.findUnique({ where: { id: eventId } })
  if (!event || event.processedAt) return
  if (event.objectId.startsWith('po_')) return reconcilePayout(ctx, { payoutId: event.objectId, eventId })
  const found = event.objectId.startsWith('cs_')
    ? await byCheckout(ctx, event.objectId)
    : await byIntent(ctx, event.objectId)
  if ('paymentId' in found) return syncPayment(ctx, { ...found, eventId })
  await transact(ctx.db, async (tx) => {
    if (found.cents > 0) await askAboutStranger(tx, found.stranger, found.cents)
    await closeEvent(tx, ctx, eventId, found.cents > 0 ? 'unknown' : 'nothing-paid')
  })

  function askAboutStranger(tx: Parameters<typeof followIssue>[0], stranger: string, cents: number) {
    return followIssue(tx, ctx, {
      kind: 'payment-unknown',
      key: `payment-unknown:${stranger}`,
      paymentId: null,
      details: {
        sentence: `Stripe a encaissé ${euros(cents)} qui ne viennent d’aucun paiement ouvert ici.`,
        stripeId: stranger,
        cents,
      },
    })
  }
}

type Found = { paymentId: string; checkoutId: string } | { stranger: string; cents: number }

async function byCheckout(ctx: SystemContext, checkoutId: string): Promise<Found> {
  const known = await ctx.db.payment.findUnique({ where: { checkoutId }, select: { id: true } })
  if (known) return { paymentId: known.id, checkoutId }
  const session = await stripe().checkout.sessions.retrieve(checkoutId, { expand: ['payment_intent'] })
  const named = await byMetadata(ctx, session.metadata)
  if (named) return { paymentId: named, checkoutId }
  const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null
  return { stranger: intent?.id ?? checkoutId, cents: intent?.amount_received ?? 0 }
}

async function byIntent(ctx: SystemContext, intentId: string): Promise<Found> {
  const where = { paymentIntentId: intentId }
  const known = await ctx.db.payment.findUnique({ where, select: { id: true, checkoutId: true } })
  if (known?.checkoutId) return { paymentId: known.id, checkoutId: known.checkoutId }
  if (!intentId.startsWith('pi_')) return { stranger: intentId, cents: 0 }
  const intent = await stripe().paymentIntents.retrieve(intentId)
  const named = await byMetadata(ctx, intent.metadata)
  const checkoutId = named && (await checkoutOf(intentId))
  return named && checkoutId ? { paymentId: named, checkoutId } : { stranger: intentId, cents: intent.amount_received }
}

const checkoutOf = async (intentId: string): Promise<string | undefined> =>
  (await stripe().checkout.sessions.list({ payment_intent: intentId, limit: 1 })).data[0]?.id

/** The payment whose id we wrote on the object when we opened it. */
async function byMetadata(ctx: SystemContext, metadata: Stripe.Metadata | null): Promise<string | null> {
  const id = metadata?.payment_id ?? ''
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const payment = await ctx.db.payment.findUnique({ where: { id }, select: { id: true } })
  return payment?.id ?? null
}

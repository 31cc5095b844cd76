import { isoDate } from '~/platform/dates'
import { env } from '~/platform/env.server'
import type { Context } from '~/platform/context'
import { STRIPE_VERSION, paymentsOnLine, stripeMode } from '~/platform/payments/stripe.server'
import { EVENT_TYPES } from './event-types'

const SHOWN_PAYOUTS = 12

/** How the association and its account of Stripe are linked, and how well they agree. */
export async function stripeLink({ db }: Context) {
  const [last, waiting, reconciled, payouts, questions] = await Promise.all([
    db.stripeEvent.findFirst({ orderBy: { receivedAt: 'desc' }, select: { type: true, receivedAt: true } }),
    db.stripeEvent.count({ where: { processedAt: null } }),
    db.stripeReconciliation.findFirst({ orderBy: { id: 'desc' }, select: { at: true } }),
    db.stripePayout.findMany({ orderBy: [{ arrivedOn: 'desc' }, { id: 'desc' }], take: SHOWN_PAYOUTS }),
    db.paymentIssue.count({ where: { resolvedAt: null } }),
  ])
  return {
    open: paymentsOnLine(),
    mode: stripeMode(),
    keySet: env().STRIPE_SECRET_KEY !== undefined,
    secrets: env().STRIPE_WEBHOOK_SECRET?.split(',').length ?? 0,
    webhookUrl: `${env().PUBLIC_URL}/webhooks/stripe`,
    // Stripe posts to a public address only
    reachable: env().PUBLIC_URL.startsWith('https://'),
    version: STRIPE_VERSION,
    eventTypes: [...EVENT_TYPES],
    last: last && { type: last.type, at: last.receivedAt.toISOString() },
    waiting,
    reconciledAt: reconciled?.at.toISOString() ?? null,
    payouts: payouts.map((payout) => ({
      id: payout.id,
      on: isoDate(payout.arrivedOn),
      status: payout.status,
      amountCents: payout.amountCents,
      unlisted: payout.unlisted,
      netCents: payout.netCents,
      unknownCents: payout.unknownCents,
    })),
    questions,
  }
}

export type StripeLink = Awaited<ReturnType<typeof stripeLink>>

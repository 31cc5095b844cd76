import { Temporal } from 'temporal-polyfill'
import type { PaymentMethod, PaymentState } from '~/generated/prisma/enums'
import { parisDate } from '~/platform/clock.server'
import { stripe, type Stripe } from '~/platform/payments/stripe.server'

/** What Stripe shows of one checkout now; sums in integer cents, days in Paris. */
export type Shown = {
  checkoutId: string
  intentId: string | null
  url: string | null
  /** said of a payment of which no cent has come */
  state: Extract<PaymentState, 'OPEN' | 'PROCESSING' | 'FAILED' | 'EXPIRED' | 'CANCELLED'>
  method: Extract<PaymentMethod, 'CARD' | 'SEPA_DEBIT'> | null
  currency: string
  receivedCents: number
  /** the day when Stripe says that it was paid */
  receivedOn: string
  feeCents: number | null
  refundedCents: number
  refundedOn: string
  refundsFailed: { id: string; amountCents: number }[]
  contestedCents: number
  contestedOn: string
  disputes: ShownDispute[]
}

export type ShownDispute = { id: string; amountCents: number; reason: string; status: string; on: string }

/** Money that a dispute keeps from us: until it is won, and for good once lost. A mere inquiry keeps nothing. */
const WITHDRAWN = new Set(['needs_response', 'under_review', 'lost', 'appeal_needs_response', 'appeal_under_review'])

const EXPAND = ['payment_intent.latest_charge.balance_transaction', 'payment_intent.latest_charge.refunds']

/**
 * Reads a checkout again with its payment, refunds and disputes: the one truth, whatever event said that it changed.
 * `knownCents`: what is recorded as received; the day of a debit is looked for only when more has come.
 */
export async function readCheckout(
  checkoutId: string,
  { knownCents, today }: { knownCents: number; today: string },
): Promise<Shown> {
  const client = stripe()
  const session = await client.checkout.sessions.retrieve(checkoutId, { expand: EXPAND })
  const intent = expanded(session.payment_intent)
  const charge = expanded(intent?.latest_charge ?? null)
  const found = charge?.disputed ? await client.disputes.list({ charge: charge.id, limit: 100 }) : null
  const now = shown(session, intent, charge, (found?.data ?? []).map(disputeOf))
  if (!charge || now.method !== 'SEPA_DEBIT' || now.receivedCents <= knownCents) return now
  return { ...now, receivedOn: await debitDay(session.id, charge, today) }
}

/**
 * The day when a debit succeeded, days after the payer asked for it: that of Stripe's event that says so. Neither the charge
 * nor its balance transaction tells: both are made when the debit is sent to the bank. Once Stripe has forgotten the event
 * (thirty days), the day on which the money became available, today at the latest.
 */
async function debitDay(checkoutId: string, charge: Stripe.Charge, today: string): Promise<string> {
  const type = 'checkout.session.async_payment_succeeded'
  const said = stripe().events.list({ types: [type], created: { gte: charge.created }, limit: 100 })
  for await (const event of said)
    if (event.type === type && event.data.object.id === checkoutId) return day(event.created)
  const available = day(expanded(charge.balance_transaction)?.available_on ?? charge.created)
  return available < today ? available : today
}

function shown(
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent | null,
  charge: Stripe.Charge | null,
  disputes: ShownDispute[],
): Shown {
  const refunds = charge?.refunds?.data ?? []
  const withdrawn = disputes.filter(({ status }) => WITHDRAWN.has(status))
  const receivedOn = day(charge?.created ?? session.created)
  return {
    checkoutId: session.id,
    intentId: intent?.id ?? null,
    url: session.url,
    state: stateOf(session, intent),
    method: methodOf(charge),
    currency: session.currency ?? '',
    // 1. « completed » is no payment: only what Stripe says paid is
    receivedCents: session.payment_status === 'paid' ? (intent?.amount_received ?? 0) : 0,
    receivedOn,
    feeCents: expanded(charge?.balance_transaction ?? null)?.fee ?? null,
    refundedCents: charge?.amount_refunded ?? 0,
    refundedOn: latest(refunds.map(({ created }) => day(created))) ?? receivedOn,
    refundsFailed: refunds
      .filter(({ status }) => status === 'failed')
      .map(({ id, amount }) => ({ id, amountCents: amount })),
    contestedCents: withdrawn.reduce((sum, { amountCents }) => sum + amountCents, 0),
    contestedOn: latest(disputes.map(({ on }) => on)) ?? receivedOn,
    disputes,
  }
}

function stateOf(session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent | null): Shown['state'] {
  if (intent?.status === 'processing') return 'PROCESSING'
  if (session.status === 'open') return 'OPEN'
  if (session.status === 'expired') return 'EXPIRED'
  return intent?.status === 'canceled' ? 'CANCELLED' : 'FAILED'
}

function methodOf(charge: Stripe.Charge | null): Shown['method'] {
  const type = charge?.payment_method_details?.type
  if (type === undefined) return null
  return type === 'sepa_debit' ? 'SEPA_DEBIT' : 'CARD'
}

const disputeOf = ({ id, amount, reason, status, created }: Stripe.Dispute): ShownDispute => ({
  id,
  amountCents: amount,
  reason,
  status,
  on: day(created),
})

/** Stripe gives an id, or the object when it was asked to expand it. */
const expanded = <T extends object>(value: string | T | null): T | null => (typeof value === 'object' ? value : null)

const day = (seconds: number): string => parisDate(Temporal.Instant.fromEpochMilliseconds(seconds * 1000))

const latest = (days: string[]): string | undefined => days.toSorted().at(-1)

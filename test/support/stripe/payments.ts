import type { Charge, Dispute, Intent, Payout, Refund, Session } from './objects'
import type { World } from './world'

/** A refusal of Stripe: 402 or 400 with its code. */
export class Declined extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

type Method = 'card' | 'sepa_debit'

/** What a payer, his bank or Stripe itself does: each changes the objects, then tells it by events as Stripe does. */
export const transitions = (world: World) => ({
  payByCard(sessionId: string): void {
    const session = demandOpen(world, sessionId)
    const { intent, charge } = confirm(world, session, 'card')
    settle(world, intent, charge, cardFee(charge.amount))
    Object.assign(session, { status: 'complete', payment_status: 'paid', url: null })
    world.emit('payment_intent.succeeded', intent)
    world.emit('charge.succeeded', charge)
    world.emit('checkout.session.completed', session)
  },

  /** The payer's bank says no; he may try again on the same page. */
  cardDeclined(sessionId: string): void {
    const { intent, charge } = confirm(world, demandOpen(world, sessionId), 'card')
    fail(intent, charge)
    world.emit('charge.failed', charge)
    world.emit('payment_intent.payment_failed', intent)
  },

  startSepa(sessionId: string): void {
    const session = demandOpen(world, sessionId)
    const { intent } = confirm(world, session, 'sepa_debit')
    intent.status = 'processing'
    Object.assign(session, { status: 'complete', url: null })
    world.emit('payment_intent.processing', intent)
    world.emit('checkout.session.completed', session)
  },

  sepaSucceeds(sessionId: string): void {
    const session = world.session(sessionId)
    const intent = world.intentOf(session)
    const charge = world.chargeOf(intent)
    settle(world, intent, charge, 35)
    session.payment_status = 'paid'
    world.emit('charge.succeeded', charge)
    world.emit('payment_intent.succeeded', intent)
    world.emit('checkout.session.async_payment_succeeded', session)
  },

  sepaFails(sessionId: string): void {
    const session = world.session(sessionId)
    const intent = world.intentOf(session)
    fail(intent, world.chargeOf(intent))
    world.emit('charge.failed', world.chargeOf(intent))
    world.emit('payment_intent.payment_failed', intent)
    world.emit('checkout.session.async_payment_failed', session)
  },

  expire(sessionId: string): Session {
    const session = demandOpen(world, sessionId)
    Object.assign(session, { status: 'expired', url: null })
    world.emit('checkout.session.expired', session)
    return session
  },

  refund(
    intentId: string,
    wanted: { amount?: number; reason?: string; metadata?: Record<string, string> } = {},
  ): Refund {
    const charge = world.chargeOf(world.get('payment_intent', intentId))
    const left = charge.amount_captured - charge.amount_refunded
    if (left === 0) throw new Declined('charge_already_refunded', 'Charge has already been refunded.')
    if (charge.disputed) throw new Declined('charge_disputed', 'Charge has been charged back.')
    const amount = wanted.amount ?? left
    if (amount > left)
      throw new Declined('amount_too_large', `Refund amount is greater than unrefunded amount (${left}).`)
    const { currency, payment_intent } = charge
    const refund = world.add({
      ...world.base('refund'),
      amount,
      balance_transaction: null,
      charge: charge.id,
      currency,
      metadata: wanted.metadata ?? {},
      payment_intent,
      reason: wanted.reason ?? null,
      status: 'succeeded' as const,
    })
    Object.assign(refund, { balance_transaction: world.move('refund', refund.id, -amount).id })
    giveBack(charge, amount)
    world.emit('refund.created', refund)
    world.emit('charge.refunded', charge)
    return refund
  },

  /** The payer's bank sends a refund back. */
  refundFails(refundId: string): void {
    const refund = world.get('refund', refundId)
    refund.status = 'failed'
    giveBack(world.get('charge', refund.charge), -refund.amount)
    world.move('refund_failure', refund.id, refund.amount)
    world.emit('refund.failed', refund)
  },

  /** A card's is open until someone judges; a debit's is lost at once (eight weeks, no questions asked). */
  dispute(intentId: string, amount?: number): Dispute {
    const charge = world.chargeOf(world.get('payment_intent', intentId))
    const sepa = charge.payment_method_details.type === 'sepa_debit'
    charge.disputed = true
    const dispute = world.add({
      ...world.base('dispute'),
      amount: amount ?? charge.amount,
      charge: charge.id,
      currency: charge.currency,
      payment_intent: charge.payment_intent,
      reason: sepa ? 'debit_not_authorized' : 'fraudulent',
      status: sepa ? 'lost' : 'needs_response',
    })
    world.move('adjustment', dispute.id, -dispute.amount, 1500)
    world.emit('charge.dispute.created', dispute)
    world.emit('charge.dispute.funds_withdrawn', dispute)
    if (sepa) world.emit('charge.dispute.closed', dispute)
    return dispute
  },

  /** The payer's bank only asks: no money moves. */
  inquiry(intentId: string): Dispute {
    const charge = world.chargeOf(world.get('payment_intent', intentId))
    charge.disputed = true
    const { amount, currency, payment_intent } = charge
    const rest = {
      amount,
      charge: charge.id,
      currency,
      payment_intent,
      reason: 'general',
      status: 'warning_needs_response',
    }
    const dispute = world.add({ ...world.base('dispute'), ...rest })
    world.emit('charge.dispute.created', dispute)
    return dispute
  },

  disputeWon(disputeId: string): void {
    const dispute = world.get('dispute', disputeId)
    dispute.status = 'won'
    world.move('adjustment', dispute.id, dispute.amount)
    world.emit('charge.dispute.funds_reinstated', dispute)
    world.emit('charge.dispute.closed', dispute)
  },

  disputeLost(disputeId: string): void {
    const dispute = world.get('dispute', disputeId)
    dispute.status = 'lost'
    world.emit('charge.dispute.closed', dispute)
  },

  /** All that the balance holds goes to the bank. */
  payout({ automatic = true } = {}): Payout {
    const moved = world.all('balance_transaction').filter(({ payout }) => payout === null)
    const amount = moved.reduce((sum, { net }) => sum + net, 0)
    const base = world.base('payout')
    const payout = world.add({
      ...base,
      automatic,
      amount,
      arrival_date: base.created,
      currency: 'eur',
      status: 'paid' as const,
    })
    const out = world.move('payout', payout.id, -amount)
    for (const each of [...moved, out]) each.payout = payout.id
    world.emit('payout.paid', payout)
    if (automatic) world.emit('payout.reconciliation_completed', payout)
    return payout
  },
})

export type Transitions = ReturnType<typeof transitions>

function demandOpen(world: World, sessionId: string): Session {
  const session = world.session(sessionId)
  if (session.status !== 'open')
    throw new Declined('checkout_session_not_open', 'Only Checkout Sessions with a status of open can be used.')
  return session
}

/** The payment that the page makes when the payer confirms; a second try on the same page is the same payment. */
function confirm(world: World, session: Session, type: Method): { intent: Intent; charge: Charge } {
  const { amount_total: amount, currency, customer, payment_method_types } = session
  const known = session.payment_intent === null ? null : world.intentOf(session)
  const metadata = world.intentMetadata.get(session.id) ?? {}
  const rest = { amount, currency, customer, payment_method_types, metadata, latest_charge: null, amount_received: 0 }
  const intent: Intent =
    known ?? world.add({ ...world.base('payment_intent'), ...rest, status: 'requires_payment_method' as const })
  if (!known) world.emit('payment_intent.created', intent)
  const charge: Charge = world.add({
    ...world.base('charge'),
    ...{ amount, currency, metadata, amount_captured: 0, amount_refunded: 0, balance_transaction: null },
    ...{ captured: false, disputed: false, paid: false, refunded: false, status: 'pending' as const },
    payment_intent: intent.id,
    payment_method_details: { type },
  })
  intent.latest_charge = charge.id
  session.payment_intent = intent.id
  return { intent, charge }
}

function settle(world: World, intent: Intent, charge: Charge, fee: number): void {
  const type = charge.payment_method_details.type === 'card' ? 'charge' : 'payment'
  Object.assign(charge, { status: 'succeeded', paid: true, captured: true, amount_captured: charge.amount })
  charge.balance_transaction = world.move(type, charge.id, charge.amount, fee).id
  Object.assign(intent, { status: 'succeeded', amount_received: charge.amount })
}

function fail(intent: Intent, charge: Charge): void {
  charge.status = 'failed'
  intent.status = 'requires_payment_method'
}

function giveBack(charge: Charge, amount: number): void {
  charge.amount_refunded += amount
  charge.refunded = charge.amount_refunded === charge.amount
}

const cardFee = (amount: number): number => Math.round(amount * 0.015) + 25

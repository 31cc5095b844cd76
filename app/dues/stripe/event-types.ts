/** What we listen to: the events to tick when the webhook is set. */
export const EVENT_TYPES = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'payment_intent.processing',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'charge.updated',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'charge.dispute.closed',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'payout.paid',
  'payout.failed',
  'payout.reconciliation_completed',
] as const

/** The same in lists of twenty: Stripe takes no more types in one request. */
export const EVENT_LISTS = [EVENT_TYPES.slice(0, 20), EVENT_TYPES.slice(20)]

const listened: ReadonlySet<string> = new Set(EVENT_TYPES)

export const isListened = (type: string): boolean => listened.has(type)

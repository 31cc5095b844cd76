import type { Session } from '../../support/stripe/objects'
import { Declined } from '../../support/stripe/payments'
import type { StripePeer } from '../../support/stripe/peer'

export const BEGINNINGS = ['card', 'declined-then-card', 'debit-paid', 'debit-failed', 'given-up'] as const
export const SEQUELS = ['refund-part', 'refund-rest', 'refund-fails', 'dispute', 'inquiry', 'won', 'lost'] as const
export type Story = { begins: (typeof BEGINNINGS)[number]; goesOn: (typeof SEQUELS)[number][] }

/** The payer's part of a story: what happens at Stripe on the page that he opened. */
export function begin({ act }: StripePeer, { id }: Session, begins: Story['begins']): void {
  if (begins === 'declined-then-card') act.cardDeclined(id)
  if (begins === 'card' || begins === 'declined-then-card') act.payByCard(id)
  if (begins === 'given-up') act.expire(id)
  if (begins.startsWith('debit')) act.startSepa(id)
  if (begins === 'debit-paid') act.sepaSucceeds(id)
  if (begins === 'debit-failed') act.sepaFails(id)
}

/** What comes weeks later; what Stripe would refuse at that point does not happen. */
export function goOn({ act, world }: StripePeer, session: Session, sequel: Story['goesOn'][number]): void {
  const intent = session.payment_intent
  if (intent === null || session.payment_status !== 'paid') return
  const refund = world.all('refund').find((each) => each.payment_intent === intent && each.status === 'succeeded')
  const dispute = world.all('dispute').find((each) => each.payment_intent === intent)
  const judged = dispute?.status !== 'needs_response'
  try {
    if (sequel === 'refund-part') act.refund(intent, { amount: 1000 })
    if (sequel === 'refund-rest') act.refund(intent)
    if (sequel === 'refund-fails' && refund) act.refundFails(refund.id)
    if (sequel === 'dispute' && !dispute) act.dispute(intent)
    if (sequel === 'inquiry' && !dispute) act.inquiry(intent)
    if (sequel === 'won' && dispute && !judged) act.disputeWon(dispute.id)
    if (sequel === 'lost' && dispute && !judged) act.disputeLost(dispute.id)
  } catch (error) {
    if (!(error instanceof Declined)) throw error
  }
}

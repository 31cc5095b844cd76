import type { PaymentState } from '~/generated/prisma/enums'

export type PaymentSums = {
  state: PaymentState
  receivedCents: number
  refundedCents: number
  contestedCents: number
}

/** What may be used for dues, in cents: received, neither given back nor contested. */
export const netCents = ({ receivedCents, refundedCents, contestedCents }: Omit<PaymentSums, 'state'>): number =>
  Math.max(0, receivedCents - refundedCents - contestedCents)

/** What people read of a payment; while nothing was received, what was said of it stays. */
export function stateOf(payment: PaymentSums): PaymentState {
  const { state, receivedCents, refundedCents, contestedCents } = payment
  if (receivedCents === 0)
    return state === 'PAID' || state === 'CONTESTED' || state === 'REFUNDED' ? 'CANCELLED' : state
  if (refundedCents >= receivedCents) return 'REFUNDED'
  return contestedCents > 0 ? 'CONTESTED' : 'PAID'
}

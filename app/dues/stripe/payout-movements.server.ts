import type { Db } from '~/platform/db.server'

/** One movement of a payout, in signed cents; `intentId` is the payment that it is about. */
export type Movement = { type: string; amountCents: number; netCents: number; intentId: string | null }

const CHARGES = new Set(['charge', 'payment'])
/** What Stripe takes or settles for itself: of no payment. */
const OF_STRIPE = /fee|^(network_cost|reserve_|risk_reserve|payout|tax|climate)/

/** The net cents of movements that no payment here explains: money of somebody else, or another sum than recorded. */
export async function strangeCents(db: Db, movements: Movement[]): Promise<number> {
  const asked = movements.filter(({ type }) => !OF_STRIPE.test(type))
  const intents = asked.flatMap(({ intentId }) => (intentId === null ? [] : [intentId]))
  const payments = await db.payment.findMany({
    where: { paymentIntentId: { in: intents } },
    select: { paymentIntentId: true, receivedCents: true },
  })
  const received = new Map(payments.map((payment) => [payment.paymentIntentId, payment.receivedCents]))
  const isKnown = ({ type, intentId, amountCents }: Movement) => {
    const cents = received.get(intentId)
    return CHARGES.has(type) ? cents === amountCents : cents !== undefined
  }
  return asked.filter((each) => !isKnown(each)).reduce((sum, { netCents }) => sum + netCents, 0)
}

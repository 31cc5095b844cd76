import type { Payment } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { applyPayment } from '../ledger/apply-payment.server'
import { bringTotal } from '../ledger/bring-total.server'
import { lockPayment } from '../ledger/lock-payment.server'
import { closeEvent } from './close-event.server'
import { followPaymentIssues } from './payment-issues.server'
import { readCheckout, type Shown } from './read-checkout.server'
import { tellFailure } from './tell-failure.server'

const ATTEMPTS = 20

type What = {
  paymentId: string
  /** the checkout to read when the payment does not know its own yet */
  checkoutId: string
  /** the event that this answers: closed in the same transaction */
  eventId?: string
}

/**
 * Reads a payment again at Stripe and writes what it shows: sums, allocations, dues, receipts, questions. Safe in any order
 * and as often as one likes. Stripe is asked outside of any transaction: a reading older than one written since is thrown
 * away and made again, so that the last written is the latest seen.
 */
export async function syncPayment(ctx: Context | SystemContext, what: What): Promise<void> {
  const today = parisDate(ctx.now)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { readings, receivedCents } = await ctx.db.payment.findUniqueOrThrow({
      where: { id: what.paymentId },
      select: { readings: true, receivedCents: true },
    })
    const shown = await readCheckout(what.checkoutId, { knownCents: receivedCents, today })
    if (await transact(ctx.db, (tx) => write(tx, ctx, what, readings, shown))) return
  }
  throw new Error(`payment ${what.paymentId} changed under each of ${ATTEMPTS} readings`)
}

/** False, and nothing written, when another reading was written since this one began. */
async function write(
  tx: Tx,
  ctx: Context | SystemContext,
  { paymentId, eventId }: What,
  readings: number,
  shown: Shown,
): Promise<boolean> {
  const payment = await lockPayment(tx, paymentId)
  if (payment.readings !== readings) return false
  if (payment.checkoutId !== null && payment.checkoutId !== shown.checkoutId) {
    if (eventId !== undefined) await closeEvent(tx, ctx, eventId, 'another-checkout')
    return true
  }
  await tx.payment.update({ where: { id: paymentId }, data: described(payment, shown), select: { id: true } })
  if (shown.currency === payment.currency) await bringMoney(tx, ctx, payment, shown)
  await applyPayment(tx, ctx, paymentId)
  await followPaymentIssues(tx, ctx, payment, shown)
  await tellFailure(tx, ctx, payment)
  if (eventId !== undefined) await closeEvent(tx, ctx, eventId, 'written')
  return true
}

/** What is known of a payment beside its sums. What was paid never waits again; money in another currency waits for a person. */
function described(payment: Payment, shown: Shown) {
  const stranger = shown.receivedCents > 0 && shown.currency !== payment.currency
  return {
    readings: payment.readings + 1,
    checkoutId: shown.checkoutId,
    checkoutUrl: shown.state === 'OPEN' ? shown.url : null,
    paymentIntentId: shown.intentId ?? payment.paymentIntentId,
    method: shown.method ?? payment.method,
    feeCents: shown.feeCents ?? payment.feeCents,
    state: payment.receivedCents > 0 ? payment.state : stranger ? ('PROCESSING' as const) : shown.state,
  }
}

async function bringMoney(tx: Tx, ctx: Context | SystemContext, payment: Payment, shown: Shown): Promise<void> {
  const source = 'stripe'
  const paymentId = payment.id
  const received = Math.max(payment.receivedCents, shown.receivedCents)
  await bringTotal(tx, ctx, { paymentId, kind: 'RECEIVED', totalCents: received, on: shown.receivedOn, source })
  await bringTotal(tx, ctx, {
    paymentId,
    kind: 'REFUNDED',
    totalCents: shown.refundedCents,
    on: shown.refundedOn,
    source,
  })
  await bringTotal(tx, ctx, {
    paymentId,
    kind: 'CONTESTED',
    totalCents: shown.contestedCents,
    on: shown.contestedOn,
    source,
  })
}

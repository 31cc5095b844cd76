import type { PaymentEntryKind } from '~/generated/prisma/enums'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { spelt } from '~/platform/journal-acts'
import { lockPayment } from './lock-payment.server'

type Total = {
  paymentId: string
  kind: PaymentEntryKind
  /** what the sum must now be, in cents, never less than 0 */
  totalCents: number
  /** civil day of the movement */
  on: string
  /** where it was read: « manual », or the object of the payment provider */
  source: string
}

const SUMS = { RECEIVED: 'receivedCents', REFUNDED: 'refundedCents', CONTESTED: 'contestedCents' } as const

/**
 * Brings what was received, refunded or contested of a payment to a total, by an entry of the signed difference; nothing
 * when it is there already. Told in any order and as often as one likes, the same totals make the same payment. Call
 * `applyPayment` after the last. Returns the difference, in cents.
 */
export async function bringTotal(tx: Tx, ctx: Context | SystemContext, input: Total): Promise<number> {
  const { paymentId, kind, totalCents, on, source } = input
  const payment = await lockPayment(tx, paymentId)
  const difference = totalCents - payment[SUMS[kind]]
  if (difference === 0) return 0
  await tx.paymentEntry.create({
    data: {
      paymentId,
      kind,
      amountCents: difference,
      on: dateColumn(on),
      at: dateFromInstant(ctx.now),
      source,
      recordedById: ctx.actor?.accountId ?? null,
    },
    select: { id: true },
  })
  await tx.payment.update({
    where: { id: paymentId },
    data: { [SUMS[kind]]: totalCents, ...(kind === 'RECEIVED' && difference > 0 && { paidOn: dateColumn(on) }) },
    select: { id: true },
  })
  await journal(tx, ctx, {
    act: `payment.${spelt(kind)}`,
    subject: 'Payment',
    subjectId: paymentId,
    details: { cents: difference, on, source },
  })
  return difference
}

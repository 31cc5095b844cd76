import type { Payment, Receipt } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { appendRegister } from '~/platform/register/append.server'
import { RECEIPTED_ELSEWHERE } from '../ledger/taken-over'
import { CANCEL_REASONS, isCancelReason } from '../payments/payment.form'
import { issueReceipt } from './issue-receipt.server'
import { tellReceipts, type ReceiptChange } from './tell-receipts.server'
import { RECEIPT_CANCELLATIONS } from './streams'

/**
 * Makes the receipts of a payment say what it gave: for each dues the one alive is worth the net of its allocations. One
 * that says otherwise is cancelled and keeps its number; what is left gets a new one. Tells the members by mail. To be
 * called with the payment locked; again, it changes nothing. A payment whose receipt was given elsewhere gets none.
 */
export async function syncReceipts(tx: Tx, ctx: Context | SystemContext, paymentId: string): Promise<void> {
  const payment = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } })
  if (await tx.paymentEntry.findFirst({ where: { paymentId, source: RECEIPTED_ELSEWHERE }, select: { id: true } }))
    return
  const sums = await tx.allocation.groupBy({ by: ['duesId'], where: { paymentId }, _sum: { amountCents: true } })
  const alive = await tx.receipt.findMany({ where: { paymentId, cancelledOn: null } })
  const net = new Map(sums.map(({ duesId, _sum }) => [duesId, _sum.amountCents ?? 0]))
  const wrong = alive.filter(({ duesId, amountCents }) => net.get(duesId) !== amountCents)
  const right = new Set(alive.filter((receipt) => !wrong.includes(receipt)).map(({ duesId }) => duesId))
  const changes = new Map<string, ReceiptChange>()

  // every cancellation before the first number: two payments never wait for each other's register
  for (const receipt of wrong) {
    const reason = await cancelReason(tx, payment, receipt, net.get(receipt.duesId) ?? 0)
    await cancel(tx, ctx, receipt, reason)
    changes.set(receipt.duesId, { memberId: receipt.memberId, cancelled: { ...receipt, reason }, issued: null })
  }
  for (const [duesId, amountCents] of [...net].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (amountCents <= 0 || right.has(duesId)) continue
    const issued = await issueReceipt(tx, ctx, { payment, duesId, amountCents })
    changes.set(duesId, { memberId: issued.memberId, cancelled: changes.get(duesId)?.cancelled ?? null, issued })
  }
  await tellReceipts(tx, ctx, payment, [...changes.values()])
}

async function cancel(tx: Tx, ctx: Context | SystemContext, receipt: Receipt, reason: string): Promise<void> {
  const cancelledOn = parisDate(ctx.now)
  await appendRegister(tx, {
    stream: RECEIPT_CANCELLATIONS,
    actor: ctx.actor?.accountId ?? 'system',
    kind: 'cancellation',
    body: { receiptId: receipt.id, number: receipt.number, on: cancelledOn, reason },
    now: ctx.now,
  })
  await tx.receipt.update({
    where: { id: receipt.id },
    data: { cancelledOn: dateColumn(cancelledOn), cancelReason: reason },
    select: { id: true },
  })
}

const REASONS = { REFUNDED: 'remboursement', CONTESTED: 'contestation', RECEIVED: 'erreur de saisie' } as const

/** Why a receipt no longer says what was given: the last movement of the payment tells. */
async function cancelReason(tx: Tx, payment: Payment, receipt: Receipt, netCents: number): Promise<string> {
  if (netCents > receipt.amountCents) return 'nouvelle affectation'
  const last = await tx.paymentEntry.findFirst({ where: { paymentId: payment.id }, orderBy: { id: 'desc' } })
  if (!last) return 'nouvelle affectation'
  return isCancelReason(last.source) ? CANCEL_REASONS[last.source] : REASONS[last.kind]
}

import { demandPower } from '~/platform/demand-power.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { badField, Refusal } from '~/platform/refusal'
import { freeBankLine } from '~/banking/take-bank-line.server'
import { applyPayment } from '../ledger/apply-payment.server'
import { bringTotal } from '../ledger/bring-total.server'
import { lockPayment } from '../ledger/lock-payment.server'
import { CANCEL_REASONS, suitsMethod, type CancelReason } from './payment.form'
import { METHOD_WORDS } from './method-words'

/**
 * Takes out a payment entered by hand that never was, or that the bank sent back: its receipts are cancelled and keep their
 * numbers, its dues are open again, its bank line waits again. A second press does nothing. Refused: a payment made on line,
 * which is refunded instead, or one refunded in part (409); a reason that is not one of its method (400).
 */
export async function cancelPayment(
  ctx: Context | SystemContext,
  { paymentId, reason }: { paymentId: string; reason: CancelReason },
): Promise<void> {
  demandPower(ctx, 'dues.manage')
  await transact(ctx.db, async (tx) => {
    const payment = await lockPayment(tx, paymentId)
    if (payment.method === 'CARD' || payment.method === 'SEPA_DEBIT')
      throw new Refusal('Un paiement en ligne ne s’annule pas : il se rembourse.')
    if (payment.receivedCents === 0) return
    if (!suitsMethod(reason, payment.method))
      throw badField(
        'reason',
        `« ${CANCEL_REASONS[reason]} » ne se dit pas d’un paiement par ${METHOD_WORDS[payment.method]}.`,
      )
    if (payment.refundedCents > 0)
      throw new Refusal('Une partie de ce paiement a été remboursée : remboursez le reste plutôt que de l’annuler.')
    const on = parisDate(ctx.now)
    await bringTotal(tx, ctx, { paymentId, kind: 'RECEIVED', totalCents: 0, on, source: reason })
    await applyPayment(tx, ctx, paymentId)
    if (payment.bankLineId) {
      await tx.payment.update({ where: { id: paymentId }, data: { bankLineId: null }, select: { id: true } })
      await freeBankLine(tx, payment.bankLineId)
    }
  })
}

import { demandPower } from '~/platform/demand-power.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { badField, Refusal } from '~/platform/refusal'
import { euros } from '~/ui/format'
import { applyPayment } from '../ledger/apply-payment.server'
import { bringTotal } from '../ledger/bring-total.server'
import { lockPayment } from '../ledger/lock-payment.server'
import { netCents } from '../ledger/payment-state'

type Refund = {
  paymentId: string
  /** the sum refunded before this act: pressed twice, it is refunded once */
  refundedBefore: number
  amountCents: number
  on: string
  /** the dues from which it is taken back first; null: what is left over, then the last line */
  duesId: string | null
}

/** Writes that the association gave money back by itself (transfer, cheque, cash). Refused: more than is held (400). */
export async function recordRefund(ctx: Context | SystemContext, input: Refund): Promise<void> {
  demandPower(ctx, 'dues.manage')
  const { paymentId, refundedBefore, amountCents, on, duesId } = input
  if (on > parisDate(ctx.now)) throw badField('on', 'Cette date est à venir.')
  await transact(ctx.db, async (tx) => {
    const payment = await lockPayment(tx, paymentId)
    if (payment.method === 'CARD' || payment.method === 'SEPA_DEBIT')
      throw new Refusal('Un paiement en ligne se rembourse par le prestataire de paiement.')
    if (payment.refundedCents !== refundedBefore) return
    const held = netCents(payment)
    if (amountCents > held) throw badField('amountCents', `Il reste ${euros(held)} de ce paiement.`)
    if (duesId) await tx.paymentLine.updateMany({ where: { paymentId, duesId }, data: { refundFirst: true } })
    const totalCents = payment.refundedCents + amountCents
    await bringTotal(tx, ctx, { paymentId, kind: 'REFUNDED', totalCents, on, source: 'manual' })
    await applyPayment(tx, ctx, paymentId)
  })
}

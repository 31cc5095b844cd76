import { demandPower } from '~/platform/demand-power.server'
import type { Context, SystemContext } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { badField } from '~/platform/refusal'
import { journal } from '~/platform/journal.server'
import { euros } from '~/ui/format'
import { applyPayment } from '../ledger/apply-payment.server'
import { addLines } from '../ledger/create-payment.server'
import { lockPayment } from '../ledger/lock-payment.server'
import { netCents } from '../ledger/payment-state'
import { openLines } from './open-lines.server'

/** Gives to one more dues money that a payment has left over. Refused (400): more than is left over, or than it lacks. */
export async function attributePayment(
  ctx: Context | SystemContext,
  { paymentId, duesId, amountCents }: { paymentId: string; duesId: string; amountCents: number },
): Promise<void> {
  demandPower(ctx, 'dues.manage')
  await transact(ctx.db, async (tx) => {
    const payment = await lockPayment(tx, paymentId)
    const leftOver = netCents(payment) - payment.allocatedCents
    if (amountCents > leftOver) throw badField('amountCents', `Il reste ${euros(leftOver)} à employer.`)
    const dues = (await openLines(tx, [duesId])).get(duesId)
    if (!dues) throw badField('duesId', 'Choisissez la cotisation.')
    if (amountCents > dues.lackingCents)
      throw badField('amountCents', `Il ne manque que ${euros(dues.lackingCents)} à la cotisation de ${dues.label}.`)
    await addLines(tx, paymentId, [{ duesId, amountCents }])
    await journal(tx, ctx, {
      act: 'payment.attributed',
      subject: 'Payment',
      subjectId: paymentId,
      details: { duesId, cents: amountCents },
    })
    await applyPayment(tx, ctx, paymentId)
  })
}

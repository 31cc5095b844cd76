import { demandPower } from '~/platform/demand-power.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, Refusal } from '~/platform/refusal'
import { inHand } from './in-hand.server'

type NewSlip = {
  /** made when the form was shown: pressed twice, it is one slip */
  id: string
  paymentIds: string[]
  depositedOn: string
}

/**
 * Cheques handed to the bank together, under the next number. Refused: none chosen, a day to come (400), a cheque that is no
 * longer in hand (409). Returns the number.
 */
export async function createSlip(ctx: Context, { id, paymentIds, depositedOn }: NewSlip): Promise<number> {
  demandPower(ctx, 'dues.manage')
  if (depositedOn > parisDate(ctx.now)) throw badField('depositedOn', 'Cette date est à venir.')
  if (paymentIds.length === 0) throw badField('paymentIds', 'Choisissez au moins un chèque.')
  return transact(ctx.db, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('deposit-slips', 0))`
    const known = await tx.depositSlip.findUnique({ where: { id } })
    if (known) return known.number
    await tx.$queryRaw`select 1 from "Payment" where id = any(${paymentIds}::uuid[]) order by id for update`
    const count = await tx.payment.count({ where: { ...inHand, id: { in: paymentIds } } })
    if (count !== new Set(paymentIds).size)
      throw new Refusal('Un des chèques choisis a été remis ou annulé entre-temps : relisez la liste.')
    const { _max } = await tx.depositSlip.aggregate({ _max: { number: true } })
    const number = (_max.number ?? 0) + 1
    await tx.depositSlip.create({
      data: {
        id,
        number,
        depositedOn: dateColumn(depositedOn),
        createdById: ctx.actor.accountId,
        createdAt: dateFromInstant(ctx.now),
      },
      select: { id: true },
    })
    await tx.payment.updateMany({ where: { id: { in: paymentIds } }, data: { depositSlipId: id } })
    await journal(tx, ctx, {
      act: 'cheques.deposited',
      subject: 'DepositSlip',
      subjectId: id,
      details: { number, cheques: count, depositedOn },
    })
    return number
  })
}

import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { v7 } from '~/platform/uuid.server'
import { inHand } from './in-hand.server'

const SHOWN = 50

/** Cheques in hand, and the last slips. */
export async function slipsPage(ctx: Context) {
  const [cheques, slips] = await Promise.all([
    ctx.db.payment.findMany({ where: inHand, orderBy: [{ paidOn: 'asc' }, { id: 'asc' }], take: 200 }),
    ctx.db.depositSlip.findMany({
      orderBy: { number: 'desc' },
      take: SHOWN,
      include: { payments: { select: { receivedCents: true } } },
    }),
  ])
  return {
    token: v7(ctx.now.epochMilliseconds),
    today: parisDate(ctx.now),
    cheques: cheques.map((cheque) => ({
      id: cheque.id,
      payerName: cheque.payerName,
      number: cheque.chequeNumber ?? '',
      bank: cheque.chequeBank ?? '',
      on: cheque.paidOn ? isoDate(cheque.paidOn) : '',
      cents: cheque.receivedCents,
    })),
    slips: slips.map(({ id, number, depositedOn, payments }) => ({
      id,
      number,
      depositedOn: isoDate(depositedOn),
      cheques: payments.length,
      cents: payments.reduce((sum, { receivedCents }) => sum + receivedCents, 0),
    })),
  }
}

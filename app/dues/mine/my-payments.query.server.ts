import { ownMemberships } from '~/members/register/own-memberships.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { instantFromDate, isoDate } from '~/platform/dates'

const SHOWN = 100

/**
 * Every payment that the actor made or that was made for a membership he speaks for or that was his, the latest first: its state, what it
 * gave to each, the receipts. Of the others in a group payment, only what he paid for himself is named.
 */
export async function myPayments(ctx: Context) {
  const mine = (await ownMemberships(ctx)).map(({ memberId }) => memberId)
  const payments = await ctx.db.payment.findMany({
    where: {
      state: { not: 'EXPIRED' },
      OR: [
        { createdById: ctx.actor.accountId, method: { in: ['CARD', 'SEPA_DEBIT'] } },
        { payerMemberId: { in: mine } },
        { lines: { some: { dues: { memberId: { in: mine } } } } },
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    include: {
      lines: {
        orderBy: { position: 'asc' },
        include: {
          dues: { include: { member: { select: { label: true } }, period: { select: { year: true } } } },
        },
      },
      receipts: { orderBy: { number: 'asc' } },
    },
  })
  return payments.map((payment) => {
    const paidByMe =
      mine.includes(payment.payerMemberId ?? '') ||
      (payment.createdById === ctx.actor.accountId && payment.checkoutId !== null)
    const lines = payment.lines.filter(({ dues }) => paidByMe || mine.includes(dues.memberId))
    return {
      id: payment.id,
      on: payment.paidOn ? isoDate(payment.paidOn) : parisDate(instantFromDate(payment.createdAt)),
      method: payment.method,
      state: payment.state,
      /** in a group payment of somebody else, only one's own part */
      cents: paidByMe
        ? payment.receivedCents || payment.expectedCents
        : lines.reduce((sum, { amountCents }) => sum + amountCents, 0),
      payerName: paidByMe ? null : payment.payerName,
      resumeUrl: payment.state === 'OPEN' && paidByMe ? payment.checkoutUrl : null,
      lines: lines.map(({ duesId, dues }) => ({ duesId, label: dues.member.label, year: dues.period.year })),
      receipts: payment.receipts
        .filter(({ memberId }) => mine.includes(memberId))
        .map(({ id, number, cancelledOn }) => ({ id, number, cancelledOn: cancelledOn && isoDate(cancelledOn) })),
    }
  })
}

export type MyPayment = Awaited<ReturnType<typeof myPayments>>[number]

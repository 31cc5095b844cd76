import type { PaymentState } from '~/generated/prisma/enums'
import { dateFromInstant } from '~/platform/dates'
import type { Context } from '~/platform/context'
import { notFound } from '~/platform/refusal'
import { ownPath } from '~/platform/sign-in/own-path'

/** For how long after its beginning a payment may be waited for on the page. */
const WAIT = { minutes: 30 }

export type PaymentReturn = {
  state: PaymentState
  debit: boolean
  totalCents: number
  leftOverCents: number
  lines: { label: string; year: number; amountCents: number; settled: boolean }[]
  /** the page reads itself again until Stripe has told us */
  waiting: boolean
  backTo: string
}

/** What a payer reads when he comes back from the hosted page: shown only, nothing is written. 404 for anybody else's. */
export async function paymentReturn(ctx: Context, request: Request): Promise<PaymentReturn> {
  const query = new URL(request.url).searchParams
  const id = query.get('paiement') ?? ''
  if (!/^[0-9a-f-]{36}$/.test(id)) throw notFound()
  const payment = await ctx.db.payment.findFirst({
    where: { id, createdById: ctx.actor.accountId },
    include: {
      lines: {
        orderBy: { position: 'asc' },
        include: { dues: { include: { member: { select: { label: true } }, period: { select: { year: true } } } } },
      },
    },
  })
  if (!payment) throw notFound()
  const { state, method, createdAt, expectedCents, receivedCents, refundedCents, contestedCents } = payment
  return {
    state,
    debit: method === 'SEPA_DEBIT',
    totalCents: expectedCents,
    leftOverCents: Math.max(0, receivedCents - refundedCents - contestedCents - payment.allocatedCents),
    lines: payment.lines.map(({ dues, amountCents }) => ({
      label: dues.member.label,
      year: dues.period.year,
      amountCents,
      settled: dues.settledOn !== null,
    })),
    waiting: state === 'OPEN' && createdAt > dateFromInstant(ctx.now.subtract(WAIT)),
    backTo: ownPath(query.get('vers') ?? '/'),
  }
}

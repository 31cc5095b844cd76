import { association } from '~/association/in-force.server'
import { ownMemberships } from '~/members/register/own-memberships.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { paymentsOnLine } from '~/platform/payments/stripe.server'
import { spacedIban } from '~/banking/iban'

/** How members pay otherwise than on line. */
export async function waysToPay(ctx: Context) {
  const { name, iban, bic, seatStreet, postcode, town, email } = await association(ctx.db)
  return {
    onLine: paymentsOnLine(),
    name,
    iban: iban && spacedIban(iban),
    bic,
    address: `${seatStreet}, ${postcode} ${town}`,
    email,
  }
}

/** « Mes cotisations »: for each membership that the actor speaks for or that was his, what it owes and what it paid. */
export async function myDues(ctx: Context) {
  const today = parisDate(ctx.now)
  const own = await ownMemberships(ctx)
  const ids = own.map(({ memberId }) => memberId)
  const [dues, ways] = await Promise.all([
    ctx.db.dues.findMany({
      where: { memberId: { in: ids } },
      orderBy: [{ dueOn: 'desc' }, { id: 'asc' }],
      include: {
        period: { select: { year: true } },
        receipts: { where: { cancelledOn: null }, orderBy: { number: 'asc' }, select: { id: true, number: true } },
        lines: { where: { payment: { state: 'PROCESSING' } }, select: { paymentId: true } },
      },
    }),
    waysToPay(ctx),
  ])
  return {
    today,
    ways,
    memberships: own.map(({ memberId, label }) => ({
      memberId,
      label,
      dues: dues
        .filter((each) => each.memberId === memberId)
        .map(({ id, reference, amountCents, paidCents, dueOn, settledOn, period, receipts, lines }) => ({
          id,
          year: period.year,
          reference,
          amountCents,
          lackingCents: amountCents - paidCents,
          dueOn: isoDate(dueOn),
          late: settledOn === null && isoDate(dueOn) < today,
          settledOn: settledOn && isoDate(settledOn),
          /** a debit is on its way: nothing to do but wait */
          underWay: lines.length > 0,
          receipts,
        })),
    })),
  }
}

export type MyDues = Awaited<ReturnType<typeof myDues>>
export type MyDuesLine = MyDues['memberships'][number]['dues'][number]

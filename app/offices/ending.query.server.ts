import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { forbidden } from '~/platform/refusal'
import { may } from '~/platform/permissions'
import { loanLine } from './bureau-lines'

export type EndingAsked = { staffId: string } | { delegationId: string }

/** What ending a job or a loan of powers today would stop; null when there is nothing to end: the command says why. */
export async function endingOf(ctx: Context, asked: EndingAsked) {
  if (!may(ctx.actor, 'offices.manage')) throw forbidden()
  const today = parisDate(ctx.now)
  const running = { revokedOn: null, OR: [{ endsOn: null }, { endsOn: { gte: dateColumn(today) } }] }
  const mandate = { select: { holderName: true } }
  if ('delegationId' in asked) {
    const loan = await ctx.db.delegation.findFirst({
      where: { ...running, id: asked.delegationId },
      include: { mandate },
    })
    return loan && { of: 'loan' as const, today, loan: loanLine(loan, today) }
  }
  const staff = await ctx.db.staff.findFirst({
    where: { id: asked.staffId, until: null },
    select: { title: true, accountId: true, account: { select: { name: true } } },
  })
  if (!staff) return null
  const loans = await ctx.db.delegation.findMany({
    where: { ...running, toAccountId: staff.accountId },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    include: { mandate },
  })
  return {
    of: 'staff' as const,
    today,
    name: staff.account.name,
    title: staff.title,
    loans: loans.map((loan) => loanLine(loan, today)),
  }
}

export type Ending = NonNullable<Awaited<ReturnType<typeof endingOf>>>

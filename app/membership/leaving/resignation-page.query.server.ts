import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { isFresh } from '~/platform/sign-in/fresh'
import { resignable } from './resign.server'
import { whatIsLeft } from './what-is-left.server'

/** What the page of resignation shows for one of the memberships of the actor; null when there is none. */
export async function resignationPage(ctx: Context, asked: string | null) {
  const today = parisDate(ctx.now)
  const all = await resignable(ctx.db, { accountId: ctx.actor.accountId, today })
  const current = all.filter(({ leftOn }) => leftOn === null || isoDate(leftOn) > today)
  const member = current.find(({ id }) => id === asked) ?? (asked === null ? current[0] : undefined)
  if (!member) return null
  return {
    memberId: member.id,
    label: member.label,
    body: member.kind === 'BODY',
    /** announced already, for that day */
    leavesOn: member.leftOn && isoDate(member.leftOn),
    others: current.filter(({ id }) => id !== member.id).map(({ id, label }) => ({ id, label })),
    only: current.length === 1,
    fresh: isFresh(ctx.actor, ctx.now),
    email: ctx.actor.email,
    today,
    left: await whatIsLeft(ctx.db, { memberId: member.id, on: today }),
  }
}
export type ResignationPage = NonNullable<Awaited<ReturnType<typeof resignationPage>>>

import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { addDays } from '~/statutes/civil-date'
import { membershipOf } from './membership-rows'
import { stateOn } from './member-state'

/** The memberships that the actor speaks for and that are suspended today: the last day, and the one on which rights are back. */
export async function mySuspensions(ctx: Context) {
  const today = parisDate(ctx.now)
  const members = await ctx.db.member.findMany({
    where: { id: { in: ctx.actor.actingFor.map(({ memberId }) => memberId) }, suspendedUntil: { not: null } },
    orderBy: { sortName: 'asc' },
  })
  return members.flatMap((member) => {
    const membership = membershipOf(member)
    const { suspendedUntil } = membership
    if (suspendedUntil === null || stateOn(membership, today) !== 'suspended') return []
    return [{ id: member.id, label: member.label, until: suspendedUntil, backOn: addDays(suspendedUntil, 1) }]
  })
}

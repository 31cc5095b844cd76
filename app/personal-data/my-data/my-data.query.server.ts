import { data } from '@remix-run/node'
import { association } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { duesSections } from './dues-sections.server'
import { meetingSections } from './meeting-sections.server'
import { membershipSections } from './membership-sections.server'
import { paperSections } from './paper-sections.server'
import type { DataSection } from './section'

export type MyData = {
  association: string
  member: string
  /** civil day of the reading */
  on: string
  sections: DataSection[]
}

/**
 * The memberships whose data the actor may read as his own: those he speaks for, and the one that was his, until its data are
 * erased.
 */
export async function ownMembers(ctx: Context): Promise<{ id: string; label: string; left: boolean }[]> {
  const own = ctx.actor.actingFor.map(({ memberId }) => memberId)
  const found = await ctx.db.member.findMany({
    where: { anonymisedOn: null, OR: [{ id: { in: own } }, { accountId: ctx.actor.accountId }] },
    select: { id: true, label: true, leftOn: true },
  })
  const rank = (id: string) => (own.includes(id) ? own.indexOf(id) : own.length)
  return found
    .map(({ id, label, leftOn }) => ({ id, label, left: leftOn !== null }))
    .sort((a, b) => rank(a.id) - rank(b.id))
}

/** The membership that the address names (« ?membre= »), the first when it names none; 404 for another's. */
export async function chosenMember(ctx: Context, request: Request) {
  const members = await ownMembers(ctx)
  const asked = new URL(request.url).searchParams.get('membre')
  const chosen = asked === null ? members[0] : members.find(({ id }) => id === asked)
  if (asked !== null && !chosen) throw data(null, { status: 404 })
  return { members, chosen: chosen ?? null }
}

/** Everything that is kept about one membership, section by section; one object for the page, the PDF and the JSON. */
export async function myData(ctx: Context, member: { id: string; label: string }): Promise<MyData> {
  const { name } = await association(ctx.db)
  const parts = await Promise.all([
    membershipSections(ctx, member.id),
    duesSections(ctx, member.id),
    meetingSections(ctx, member.id),
    paperSections(ctx, member.id),
  ])
  return { association: name, member: member.label, on: parisDate(ctx.now), sections: parts.flat() }
}

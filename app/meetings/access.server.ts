import { data } from '@remix-run/node'
import type { Meeting } from '~/generated/prisma/client'
import { may } from '~/platform/permissions'
import type { ActingFor, Context } from '~/platform/context'

/** How one may look at a meeting: as an officer who prepares or holds it, as members who are called to it, or both. */
export type MeetingAccess = {
  meeting: Meeting
  officer: boolean
  members: ActingFor[]
  /** a resolution may be voted on line before the session (remoteVote `window`) */
  online: boolean
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The meeting and in what quality the actor sees it. A draft is open to officers alone, a convened meeting also to those
 * whom its frozen electorate lets attend. 404 for anybody else, revealing nothing.
 */
export async function meetingAccess(ctx: Context, meetingId: string | undefined): Promise<MeetingAccess> {
  if (!meetingId || !UUID.test(meetingId)) throw data(null, { status: 404 })
  const actingFor = ctx.actor.actingFor.map(({ memberId }) => memberId)
  const [meeting, called, online] = await Promise.all([
    ctx.db.meeting.findUnique({ where: { id: meetingId } }),
    ctx.db.electorateEntry.findMany({
      where: { meetingId, memberId: { in: actingFor }, attends: true },
      select: { memberId: true },
      distinct: ['memberId'],
    }),
    ctx.db.resolution.count({ where: { meetingId, state: 'ONLINE' } }),
  ])
  const officer = isMeetingOfficer(ctx)
  const members = ctx.actor.actingFor.filter(({ memberId }) => called.some((entry) => entry.memberId === memberId))
  if (!meeting || (!officer && members.length === 0)) throw data(null, { status: 404 })
  return { meeting, officer, members, online: online > 0 }
}

/** Whether the actor takes part in preparing, convening or holding meetings. */
export function isMeetingOfficer(ctx: Context): boolean {
  return may(ctx.actor, 'meetings.prepare') || may(ctx.actor, 'meetings.convene') || may(ctx.actor, 'session.desk')
}

/** The same, for a page that only officers may open. */
export async function officerAccess(ctx: Context, meetingId: string | undefined): Promise<Meeting> {
  const { meeting, officer } = await meetingAccess(ctx, meetingId)
  if (!officer) throw data(null, { status: 404 })
  return meeting
}

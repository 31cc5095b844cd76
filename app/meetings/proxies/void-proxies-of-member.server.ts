import type { Meeting } from '~/generated/prisma/client'
import type { Context, SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { publishAttendance } from '../session/publish-attendance.server'
import { endProxy, PARTIES } from './end-proxy.server'
import { LIVE } from './proxy-book.server'

const RUNNING = ['CONVENED', 'OPEN'] as const

/** Holds every meeting that is convened or open, in one order: take it before the member who leaves. */
export async function lockRunningMeetings(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Meeting" WHERE "state" IN ('CONVENED', 'OPEN') ORDER BY "id" FOR UPDATE`
}

/**
 * 6.1-d, 6.2-c: a member who is one no more neither gives nor holds a proxy. Ends those of the meetings to come or under way,
 * and tells both parties; where a session is open, he has left it. Call it under `lockRunningMeetings`. Votes already cast
 * stay. Returns how many proxies ended.
 */
export async function voidProxiesOfMember(tx: Tx, ctx: Context | SystemContext, memberId: string): Promise<number> {
  const meetings = await tx.meeting.findMany({
    where: {
      state: { in: [...RUNNING] },
      OR: [
        { proxies: { some: { state: { in: [...LIVE] }, OR: [{ giverId: memberId }, { holderId: memberId }] } } },
        { presences: { some: { memberId, present: true } } },
      ],
    },
    orderBy: { id: 'asc' },
  })
  let ended = 0
  for (const meeting of meetings) {
    ended += await endProxies(tx, ctx, meeting, memberId)
    await leaveSession(tx, ctx, meeting, memberId)
    if (meeting.state === 'OPEN') await publishAttendance(tx, meeting.id)
  }
  return ended
}

async function endProxies(tx: Tx, ctx: Context | SystemContext, meeting: Meeting, memberId: string): Promise<number> {
  const live = await tx.proxy.findMany({
    where: {
      meetingId: meeting.id,
      state: { in: [...LIVE] },
      OR: [{ giverId: memberId }, { holderId: memberId }],
    },
    include: PARTIES,
    orderBy: { order: 'asc' },
  })
  for (const proxy of live) {
    const gave = proxy.giverId === memberId
    await endProxy(tx, ctx, meeting, proxy, {
      memberId,
      endReason: `${gave ? 'celui qui l’avait donné' : 'celui qui le détenait'} n’est plus membre`,
      why: `${gave ? proxy.giver.label : proxy.holder.label} n’est plus membre de l’association.`,
      votes: !gave,
    })
  }
  return live.length
}

async function leaveSession(tx: Tx, ctx: Context | SystemContext, meeting: Meeting, memberId: string): Promise<void> {
  const where = { meetingId_memberId: { meetingId: meeting.id, memberId } }
  const there = await tx.presence.findUnique({ where })
  if (!there?.present) return
  await tx.attendanceEvent.create({
    data: {
      meetingId: meeting.id,
      memberId,
      kind: 'LEFT',
      mode: there.mode,
      method: 'DESK',
      at: dateFromInstant(ctx.now),
      representative: there.representative,
      recordedById: ctx.actor?.accountId ?? null,
    },
    select: { id: true },
  })
  await tx.presence.update({ where, data: { present: false }, select: { memberId: true } })
  await journal(tx, ctx, { act: 'attendance.left', subject: 'Meeting', subjectId: meeting.id, details: { memberId } })
}

import { association } from '~/association/in-force.server'
import type { Meeting } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { queueMails } from '~/platform/mail/queue.server'
import { meetingUrl } from '../convene/mail-props.server'
import { recipients } from '../convene/recipients.server'
import { meetingName, meetingWhen } from '../meeting-words'
import { publishAttendance } from '../session/publish-attendance.server'
import { LIVE } from './proxy-book.server'

const RUNNING = ['CONVENED', 'OPEN'] as const

/** Holds every meeting that is convened or open, in one order: take it before the member who leaves. */
export async function lockRunningMeetings(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Meeting" WHERE "state" IN ('CONVENED', 'OPEN') ORDER BY "id" FOR UPDATE`
}

/**
 * 6.1-d, 6.2-c: a member who is one no more neither gives nor holds a proxy. Ends those of the meetings to come or under way,
 * and tells the other party; where a session is open, he has left it. Call it under `lockRunningMeetings`. Votes already cast
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
    include: { giver: { select: { label: true } }, holder: { select: { label: true } } },
    orderBy: { order: 'asc' },
  })
  for (const proxy of live) {
    const gave = proxy.giverId === memberId
    const endReason = `${gave ? 'celui qui l’avait donné' : 'celui qui le détenait'} n’est plus membre`
    await tx.proxy.update({
      where: { id: proxy.id },
      data: { state: 'ENDED', endedAt: dateFromInstant(ctx.now), endReason },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: 'proxy.ended',
      subject: 'Proxy',
      subjectId: proxy.id,
      details: { meetingId: meeting.id, left: gave ? 'giver' : 'holder' },
    })
    await tellOther(tx, ctx, meeting, {
      otherId: gave ? proxy.holderId : proxy.giverId,
      role: gave ? 'holder' : 'giver',
      gone: gave ? proxy.giver.label : proxy.holder.label,
    })
  }
  return live.length
}

type Told = { otherId: string; role: 'giver' | 'holder'; gone: string }

async function tellOther(
  tx: Tx,
  ctx: Context | SystemContext,
  meeting: Meeting,
  { otherId, role, gone }: Told,
): Promise<void> {
  const { name } = await association(tx)
  const people = await recipients(tx, { memberIds: [otherId], body: 'bureau', on: parisDate(ctx.now) })
  const mails = people
    .filter(({ channel }) => channel === 'MAIL')
    .map((person) => ({
      template: 'membership-proxy-ended' as const,
      props: {
        associationName: name,
        name: person.name,
        role,
        gone,
        meeting: meetingName(meeting),
        when: meetingWhen(meeting),
        url: meetingUrl(meeting.id, `/reponse?pour=${otherId}`),
      },
      to: { address: person.address, name: person.name },
      accountId: person.accountId,
      meetingId: meeting.id,
    }))
  await queueMails(tx, mails, ctx.now)
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

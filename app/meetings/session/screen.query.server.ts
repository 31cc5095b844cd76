import type { Meeting } from '~/generated/prisma/client'
import { association } from '~/association/in-force.server'
import type { Context } from '~/platform/context'
import { lastEventId } from '~/platform/live.server'
import { meetingName } from '../meeting-words'
import { qrSvg, roomAddress, spokenAddress } from './codes.server'
import { meetingFacts, meetingTopic } from './facts.server'
import { quorumOf } from './quorum.server'
import { categoryLabels, hour } from './words'

/** What the room sees: never a running tally, never who has voted. */
export async function screenPage(ctx: Context, meeting: Meeting) {
  const lastEvent = await lastEventId(meetingTopic(meeting.id))
  const facts = await meetingFacts(ctx.db, meeting.id)
  const [{ name }, open, last, next] = await Promise.all([
    association(ctx.db),
    ctx.db.resolution.findFirst({ where: { meetingId: meeting.id, state: 'OPEN' }, select: shown }),
    ctx.db.resolution.findFirst({
      where: { meetingId: meeting.id, closedAt: { not: null }, state: { in: ['ADOPTED', 'REJECTED', 'INVALID'] } },
      orderBy: { closedAt: 'desc' },
      select: shown,
    }),
    ctx.db.resolution.findFirst({
      where: { meetingId: meeting.id, state: { in: ['PENDING', 'ONLINE'] } },
      orderBy: { number: 'asc' },
      select: { number: true, title: true },
    }),
  ])
  const signing = meeting.state === 'OPEN' && meeting.roomCode
  return {
    lastEvent,
    association: name,
    name: meetingName(meeting),
    state: meeting.state,
    opened: meeting.openedAt !== null,
    hours: { convened: hour(meeting.startsAt), closed: meeting.closedAt && hour(meeting.closedAt) },
    chair: meeting.chairName,
    quorum: quorumOf(facts),
    categories: categoryLabels(facts.statutes),
    room: signing
      ? { code: meeting.roomCode, qr: await qrSvg(roomAddress(meeting.id, signing)), address: spokenAddress() }
      : null,
    open: open && {
      ...open,
      participation: open.mode === 'ELECTRONIC' ? await participation(ctx, meeting.id, open) : null,
    },
    last,
    next,
  }
}

const shown = {
  id: true,
  number: true,
  title: true,
  text: true,
  secret: true,
  mode: true,
  state: true,
  outcome: true,
  among: true,
} as const

export type ScreenPage = Awaited<ReturnType<typeof screenPage>>
export type ShownResolution = NonNullable<ScreenPage['last']>

/** How many have voted out of those who may, for themselves or by proxy; how they voted stays unknown until closing. */
async function participation(
  ctx: Context,
  meetingId: string,
  { id, among }: { id: string; among: string[] },
): Promise<{ voted: number; may: number }> {
  const [row] = await ctx.db.$queryRaw<{ voted: bigint; may: bigint }[]>`
    WITH voted AS (SELECT "memberId" FROM "UsedRight" WHERE "resolutionId" = ${id}::uuid),
         may AS (SELECT "memberId" FROM "RoomRight" WHERE "meetingId" = ${meetingId}::uuid AND (cardinality(${among}::text[]) = 0 OR "category" = ANY(${among}::text[])))
    SELECT (SELECT count(*) FROM voted) AS "voted", (SELECT count(*) FROM (SELECT * FROM voted UNION SELECT * FROM may) both_) AS "may"`
  return { voted: Number(row?.voted ?? 0), may: Number(row?.may ?? 0) }
}

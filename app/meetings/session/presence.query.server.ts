import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import type { ActingFor, Context } from '~/platform/context'
import { lastEventId } from '~/platform/live.server'
import { arrivalNotes } from './arrival-notes.server'
import { deskAddress, qrSvg } from './codes.server'
import { meetingTopic } from './facts.server'
import { hour } from './words'
import { videoAllowed } from './video'

/** One's own attendance, for each membership that one speaks for. */
export async function presencePage(ctx: Context, meeting: Meeting, members: readonly ActingFor[]) {
  const lastEvent = await lastEventId(meetingTopic(meeting.id))
  const { statutes } = await statutesVersion(ctx.db, meeting.statutesId)
  const memberships = await Promise.all(members.map((acting) => membership(ctx, meeting, acting)))
  return {
    lastEvent,
    memberships,
    video: videoAllowed(statutes, meeting.body) && meeting.videoUrl !== null,
    videoUrl: meeting.videoUrl,
  }
}

async function membership(ctx: Context, meeting: Meeting, { memberId, label, as }: ActingFor) {
  const presence = await ctx.db.presence.findUnique({
    where: { meetingId_memberId: { meetingId: meeting.id, memberId } },
  })
  return {
    memberId,
    label,
    own: as === 'self',
    present: presence?.present === true,
    video: presence?.mode === 'VIDEO',
    since: presence?.present ? hour(presence.since) : null,
    notes: await arrivalNotes(ctx.db, meeting.id, memberId),
    code: await qrSvg(deskAddress(meeting.id, memberId)),
  }
}

export type Membership = Awaited<ReturnType<typeof membership>>

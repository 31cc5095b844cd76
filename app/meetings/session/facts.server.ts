import type { AttendanceMode, Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import type { Db, Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import type { Statutes } from '~/statutes/schema'
import type { Elector } from '../electorate.server'
import { rightsNow } from '../rights-now.server'
import { usedRights } from './used-rights.server'

export type PresentMember = { memberId: string; mode: AttendanceMode; since: Date; representative: string | null }
export type AcceptedProxy = { giverId: string; holderId: string }

/** Everything the rules need to know of a session at one moment, read in one go. */
export type MeetingFacts = {
  meeting: Meeting
  statutes: Statutes
  /** frozen at the opening; before it, see `rightsNow` */
  rights: Elector[]
  /** who is there now, in person or by video */
  present: PresentMember[]
  /** givers who are not there, with their holder who is */
  represented: AcceptedProxy[]
  /** by resolution, who voted on line before it is put to the vote in the room (remoteVote `window`) */
  online: { resolutionId: string; memberId: string }[]
}

/** The topic of a meeting's live events. */
export const meetingTopic = (meetingId: string) => `meeting:${meetingId}`

/** The facts of a session now. Take `lockMeeting` first where a decision is written from them. */
export async function meetingFacts(tx: Db | Tx, meetingId: string): Promise<MeetingFacts> {
  const meeting = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId } })
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  const rights = await rightsNow(tx, meeting)
  const present = await tx.presence.findMany({
    where: { meetingId, present: true },
    select: { memberId: true, mode: true, since: true, representative: true },
    orderBy: { since: 'asc' },
  })
  const here = new Set(present.map(({ memberId }) => memberId))
  const accepted = await tx.proxy.findMany({
    where: { meetingId, state: 'ACCEPTED', holderId: { in: [...here] } },
    select: { giverId: true, holderId: true },
    orderBy: { order: 'asc' },
  })
  const online =
    statutes.bodies[meeting.body].remoteVote?.mode === 'window' ? await usedRights(tx, { meetingId, online: true }) : []
  return {
    meeting,
    statutes,
    rights,
    present,
    represented: accepted.filter(({ giverId }) => !here.has(giverId)),
    online,
  }
}

/** Throws unless the chair has declared the session open and has not closed it: only then may anything be put to the vote. */
export function demandInSession(meeting: Pick<Meeting, 'state' | 'openedAt'>): void {
  if (meeting.state === 'OPEN' && meeting.openedAt) return
  throw new Refusal(
    meeting.state === 'OPEN'
      ? 'La séance n’est pas encore déclarée ouverte : le quorum doit d’abord être constaté.'
      : 'La séance n’est pas ouverte.',
  )
}

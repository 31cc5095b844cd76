import { castVotes, type CastInput } from '~/ballots/cast-votes.server'
import type { Choice } from '~/ballots/choices'
import type { VoteResult } from '~/ballots/vote-result'
import { dateFromInstant } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { sessionHash } from '~/platform/session.server'
import {
  buildMeeting,
  cookieFor,
  giveProxy,
  TEST_NOW,
  type BuiltAssociation,
  type BuiltMember,
} from '../support/builders'

type RoomOptions = Parameters<typeof buildMeeting>[2] & {
  present?: readonly BuiltMember[]
  video?: readonly BuiltMember[]
  proxies?: readonly (readonly [giver: BuiltMember, holder: BuiltMember])[]
}

/** An open meeting with people in the room and proxies in force, written directly. */
export async function buildRoom(db: Db, association: BuiltAssociation, options: RoomOptions = {}) {
  const { present = [], video = [], proxies = [], ...rest } = options
  const meeting = await buildMeeting(db, association, { state: 'OPEN', ...rest })
  const since = dateFromInstant(TEST_NOW)
  await db.presence.createMany({
    data: [
      ...present.map(({ id }) => ({
        meetingId: meeting.id,
        memberId: id,
        present: true,
        mode: 'IN_PERSON' as const,
        since,
      })),
      ...video.map(({ id }) => ({ meetingId: meeting.id, memberId: id, present: true, mode: 'VIDEO' as const, since })),
    ],
  })
  for (const [giver, holder] of proxies)
    await giveProxy(db, { meetingId: meeting.id, giverId: giver.id, holderId: holder.id })
  return { meetingId: meeting.id, resolutionIds: meeting.resolutionIds, resolutionId: first(meeting.resolutionIds) }
}

/** The ballot open in the room, without the command that judges whether it may. */
export async function openRaw(db: Db, resolutionId: string): Promise<void> {
  await db.resolution.update({
    where: { id: resolutionId },
    data: { state: 'OPEN', mode: 'ELECTRONIC', openedAt: dateFromInstant(TEST_NOW) },
  })
}

/** Somebody signed in, who votes. */
export async function voter(db: Db, person: { accountId: string }) {
  const hash = sessionHash(await cookieFor(db, person))
  const castAll = (input: Omit<CastInput, 'confirmed'>) =>
    castVotes({ db, now: TEST_NOW, sessionHash: hash }, { ...input, confirmed: true })
  const cast = async (room: { meetingId: string; resolutionId: string }, memberId: string, choice: Choice) =>
    first(await castAll({ meetingId: room.meetingId, resolutionId: room.resolutionId, votes: [{ memberId, choice }] }))
  return { cast, castAll }
}

export function receiptOf(result: VoteResult): string {
  if (result.outcome !== 'counted') throw new Error(`refused: ${result.code}`)
  return result.receipt
}

export function first<T>(items: readonly T[]): T {
  const [item] = items
  if (item === undefined) throw new Error('one at least was expected')
  return item
}

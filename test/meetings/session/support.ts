import { Temporal } from 'temporal-polyfill'
import { openSession } from '~/meetings/session/open-session.server'
import { recordArrival } from '~/meetings/session/record-arrival.server'
import { recordDeparture } from '~/meetings/session/record-departure.server'
import type { Db } from '~/platform/db.server'
import { buildMeeting, contextFor, type BuiltAssociation, type BuiltMember } from '../../support/builders'

/** The evening of the meetings of these tests: convened for 18:30 in Paris, and ten minutes later. */
export const MEETING_DAY = '2027-06-12'
export const AT_DOOR = Temporal.Instant.from('2027-06-12T16:10:00Z')
export const STARTED = Temporal.Instant.from('2027-06-12T16:40:00Z')
export const DRAWN = 'M10 100L40 20L80 180L120 20L160 180L200 20L240 180L280 100'

type Options = Parameters<typeof buildMeeting>[2]

/** A meeting of today, convened, with its commands at hand for the President and the secretary. */
export async function sessionOf(db: Db, association: BuiltAssociation, options: Options = {}) {
  const { id, resolutionIds } = await buildMeeting(db, association, {
    date: MEETING_DAY,
    state: 'CONVENED',
    ...options,
  })
  const president = await contextFor(db, nth(association.founders, 0), STARTED)
  const desk = await contextFor(db, nth(association.founders, 1), STARTED)
  const arrive = (member: BuiltMember, signed = DRAWN) =>
    recordArrival(desk, { meetingId: id, memberId: member.id, signature: signed })
  return {
    id,
    resolutionIds,
    president,
    desk,
    open: (untoldReason?: string) =>
      openSession(president, { meetingId: id, secretary: nth(association.founders, 1).accountId, untoldReason }),
    arrive,
    leave: (member: BuiltMember) => recordDeparture(desk, { meetingId: id, memberId: member.id }),
    arriveAll: async (members: readonly BuiltMember[]) => {
      for (const member of members) await arrive(member)
    },
  }
}

export function nth<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error(`nothing at ${index}`)
  return found
}

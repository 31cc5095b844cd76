import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { forbidden, Refusal } from '~/platform/refusal'
import { lockMeeting } from '../lock.server'
import { electorateEntry } from './electorate-entry.server'
import { publishAttendance } from './publish-attendance.server'
import { currentQuorum, type QuorumRuling } from './quorum.server'
import { keepsDesk } from './rights.server'
import { tellNoted } from './tell-noted.server'

export type Departure = {
  label: string
  /** had left already: nothing was written */
  already: boolean
  /** members whom he held a proxy of: they go with him (they come back if he does) */
  unrepresented: string[]
  quorum: QuorumRuling
}

/**
 * Somebody leaves: recorded by the desk or by himself. Those whom he represents are no more counted (4.19); he may come back
 * and sign again. Noted twice, it counts once. A member who did not note it himself gets a mail.
 */
export async function recordDeparture(
  ctx: Context,
  input: { meetingId: string; memberId: string },
): Promise<Departure> {
  const { meetingId, memberId } = input
  return transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const own = ctx.actor.actingFor.some((acting) => acting.memberId === memberId)
    if (!own && !keepsDesk(ctx.actor, meeting)) throw forbidden()
    if (meeting.state !== 'OPEN') throw new Refusal('La séance n’est pas ouverte : il n’y a pas de départ à noter.')
    const { label } = await electorateEntry(tx, meetingId, memberId)
    const known = await tx.presence.findUnique({ where: { meetingId_memberId: { meetingId, memberId } } })
    const leaves = known?.present === true
    if (leaves) {
      await tx.attendanceEvent.create({
        data: {
          meetingId,
          memberId,
          kind: 'LEFT',
          mode: known.mode,
          method: own ? 'PHONE' : 'DESK',
          at: dateFromInstant(ctx.now),
          representative: known.representative,
          recordedById: ctx.actor.accountId,
        },
        select: { id: true },
      })
      await tx.presence.update({
        where: { meetingId_memberId: { meetingId, memberId } },
        data: { present: false },
        select: { memberId: true },
      })
      await journal(tx, ctx, {
        act: 'attendance.left',
        subject: 'Meeting',
        subjectId: meetingId,
        details: { memberId },
      })
      await tellNoted(tx, ctx, {
        meeting,
        memberId,
        act: 'departure',
        noted: 'Départ de la séance',
        readers: [memberId],
      })
    }
    const held = await tx.proxy.findMany({
      where: { meetingId, holderId: memberId, state: 'ACCEPTED' },
      select: { giver: { select: { label: true } } },
    })
    const quorum = leaves ? await publishAttendance(tx, meetingId) : await currentQuorum(tx, meetingId)
    return { label, already: !leaves, unrepresented: held.map(({ giver }) => giver.label), quorum }
  })
}

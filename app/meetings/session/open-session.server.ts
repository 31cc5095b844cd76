import { randomInt } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Meeting } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { instantFromDate, isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { publish } from '~/platform/live.server'
import { badField, forbidden, Refusal } from '~/platform/refusal'
import { frenchDate } from '~/ui/format'
import { demandReached } from '../convene/demand-reached.server'
import { freezeElectorate } from '../electorate.server'
import { insertIncident } from '../incidents.server'
import { lockMeeting } from '../lock.server'
import { chairOf, type Chair } from './chair'
import { meetingTopic } from './facts.server'
import type { OpenSession } from './open-session.form'
import { secretaryChoices } from './secretaries.server'

/** A session that began may run past midnight. */
const RUNS_HOURS = 12

/**
 * Opens the attendance of a convened meeting: who presides and who keeps the minutes is recorded, the rights are frozen as
 * they are now, the room gets its six figures. The session itself is declared open after, by `declareOpening`. Refused to
 * anybody but the President or the vice-president who replaces him (10-a), on another day than the one convened, and while
 * members were not told in time unless he says why he goes on.
 */
export async function openSession(
  ctx: Context,
  input: OpenSession & { meetingId: string },
): Promise<{ roomCode: string }> {
  const { meetingId } = input
  return transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const chair = chairOf(ctx.actor, input.cause)
    if (chair === null) throw forbidden()
    if (chair === 'cause') throw badField('cause', 'Dites pourquoi la vice-présidence préside (art. 10).')
    if (meeting.state === 'OPEN' && meeting.roomCode) return { roomCode: meeting.roomCode }
    demandToday(meeting, ctx.now)
    const secretary = (await secretaryChoices(tx, meeting, ctx.actor.accountId)).find(
      ({ accountId }) => accountId === input.secretary,
    )
    if (!secretary)
      throw badField(
        'secretary',
        input.secretary === ctx.actor.accountId
          ? 'Vous présidez : le procès-verbal se signe à deux, choisissez une autre personne.'
          : 'Choisissez la personne qui tient le secrétariat.',
      )
    await demandReached(tx, ctx, { meeting, chair, why: input.untoldReason })
    await freezeElectorate(tx, { meetingId, stage: 'OPENING', now: ctx.now })
    const roomCode = String(randomInt(0, 1_000_000)).padStart(6, '0')
    await tx.meeting.update({
      where: { id: meetingId },
      data: {
        state: 'OPEN',
        roomCode,
        chairMemberId: chair.memberId,
        chairName: chair.name,
        chairQuality: chair.quality,
        secretaryAccountId: secretary.accountId,
        secretaryName: secretary.name,
      },
      select: { id: true },
    })
    if (chair.replaces) await insertIncident(tx, ctx, { meetingId, ...replacement(chair) })
    await journal(tx, ctx, {
      act: 'session.attendance-opened',
      subject: 'Meeting',
      subjectId: meetingId,
      details: { chair: chair.memberId, replaces: chair.replaces },
    })
    await publish(tx, meetingTopic(meetingId), 'state', { state: 'OPEN' })
    return { roomCode }
  })
}

const replacement = (chair: Chair) =>
  ({ kind: 'session', rule: '10-a', text: `${chair.name} préside la séance (${chair.quality}).` }) as const

function demandToday(meeting: Meeting, now: Temporal.Instant): void {
  if (meeting.state !== 'CONVENED')
    throw new Refusal(
      meeting.state === 'DRAFT' ? 'Cette réunion n’est pas convoquée.' : 'Cette réunion est terminée ou annulée.',
    )
  const day = isoDate(meeting.date)
  const today = parisDate(now)
  const stillRunning = now.since(instantFromDate(meeting.startsAt)).total('hours') <= RUNS_HOURS
  if (today === day || (today > day && stillRunning)) return
  throw new Refusal(
    today < day
      ? `La réunion est convoquée pour le ${frenchDate(day)} : la séance s’ouvre ce jour-là.`
      : `La réunion était convoquée pour le ${frenchDate(day)} : ce jour est passé, il faut la convoquer à nouveau.`,
  )
}

import { instantOf, parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, forbidden, Refusal } from '~/platform/refusal'
import { may } from '~/platform/permissions'
import { correctWithin } from '../convene/correct-convocation.server'
import type { Sent } from '../convene/send-convocation.server'
import { lockMeeting } from '../lock.server'
import { demandAnnual } from './annual.server'
import { demandEffects } from './effect-ruling.server'
import {
  accountsYear,
  demandNear,
  demandNoOnlineVote,
  demandNotOpened,
  demandPreparer,
  statutesFor,
} from './demand-allowed.server'
import type { MeetingChange } from './meeting.form'

/**
 * Changes title, date, hour or place. Once convened, the change and the correction sent to everybody are one act, which asks
 * for the power to convene and, for a new day, for the whole notice again (13.2-a, 13.3-a, 8.3-a).
 */
export async function changeMeeting(ctx: Context, input: MeetingChange & { meetingId: string }): Promise<Sent | null> {
  demandPreparer(ctx)
  const { meetingId, date, time, place, videoUrl, note, lateReason } = input
  return transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    demandNotOpened(meeting)
    const convened = meeting.state === 'CONVENED'
    if (convened && !may(ctx.actor, 'meetings.convene')) throw forbidden()
    if (meeting.session === 2 && meeting.date.getTime() !== dateColumn(date).getTime() && !convened)
      throw new Refusal('La date d’une seconde session se choisit avec elle, dans les jours que fixent les statuts.')
    if (convened && instantOf(date, time).epochMilliseconds <= ctx.now.epochMilliseconds)
      throw badField('date', 'Choisissez une date à venir.')
    const sameDay = meeting.date.getTime() === dateColumn(date).getTime()
    if (!sameDay) await demandNoOnlineVote(tx, meetingId)
    demandNear(parisDate(ctx.now), date)
    const statutesId = await statutesFor(tx, { body: meeting.body, date, videoUrl })
    const asked = accountsYear(meeting.body, input.accountsOfYear)
    const accountsOfYear = convened || meeting.session === 2 ? meeting.accountsOfYear : asked
    if (asked !== null && asked !== accountsOfYear)
      throw badField('accountsOfYear', 'L’exercice à juger est dans la convocation : il ne change plus.')
    await demandAnnual(tx, { ...meeting, accountsOfYear, statutesId, date })
    await tx.meeting.update({
      where: { id: meetingId },
      data: {
        title: input.title ?? meeting.title,
        date: dateColumn(date),
        startsAt: dateFromInstant(instantOf(date, time)),
        place: place ?? null,
        videoUrl: videoUrl ?? null,
        accountsOfYear,
        statutesId,
      },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: 'meeting.changed',
      subject: 'Meeting',
      subjectId: meetingId,
      details: { date, convened },
    })
    const changed = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId } })
    if (convened && !sameDay) await demandEffects(tx, changed, parisDate(ctx.now))
    return convened ? correctWithin(tx, ctx, { meetingId, note, lateReason }) : null
  })
}

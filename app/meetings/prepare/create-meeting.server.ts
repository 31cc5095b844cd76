import { instantOf, parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { v7 } from '~/platform/uuid.server'
import { BODY_WORDS } from '../meeting-words'
import { demandAnnual } from './annual.server'
import { accountsYear, demandNear, demandPreparer, statutesFor } from './demand-allowed.server'
import type { NewMeeting } from './meeting.form'

/**
 * Begins a meeting of the Bureau or of an assembly, judged by the statutes of its day (8.3-a, 13.2-a, 13.3-a). Refused to whoever
 * does not prepare meetings, with a video link where the statutes are silent, and for accounts that are not those of the last
 * closed year (15-b) or that another assembly judges.
 */
export async function createMeeting(ctx: Context, input: NewMeeting): Promise<{ meetingId: string }> {
  demandPreparer(ctx)
  const { body, date, time, place, videoUrl } = input
  demandNear(parisDate(ctx.now), date)
  const statutesId = await statutesFor(ctx.db, input)
  const accountsOfYear = accountsYear(body, input.accountsOfYear)
  const title = input.title ?? `${BODY_WORDS[body].long}${accountsOfYear === null ? '' : ' annuelle'}`
  const id = v7(ctx.now.epochMilliseconds)
  return transact(ctx.db, async (tx) => {
    await demandAnnual(tx, { id, session: 1, accountsOfYear, statutesId, date })
    await tx.meeting.create({
      data: {
        id,
        body,
        title,
        date: dateColumn(date),
        startsAt: dateFromInstant(instantOf(date, time)),
        place: place ?? null,
        videoUrl: videoUrl ?? null,
        accountsOfYear,
        statutesId,
        createdById: ctx.actor.accountId,
        createdAt: dateFromInstant(ctx.now),
      },
      select: { id: true },
    })
    await journal(tx, ctx, { act: 'meeting.created', subject: 'Meeting', subjectId: id, details: { body, date } })
    return { meetingId: id }
  })
}

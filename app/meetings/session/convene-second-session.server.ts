import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { may } from '~/platform/permissions'
import { instantOf, parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, forbidden, Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import type { SecondSessionRange } from '~/statutes/notice'
import { frenchDate } from '~/ui/format'
import { conveneWithin, type Convened } from '../convene/convene-meeting.server'
import { lockMeeting } from '../lock.server'
import { copyAgenda } from '../agenda/copy-agenda.server'
import type { SecondSessionInput } from './second-session.form'
import { secondSessionOffer } from './second-session'

/**
 * In one act: the second session of a meeting that failed its quorum, with the same agenda, and its convocations (13.2-e).
 * Refused where the statutes have none, on a day outside the lawful range, and to whoever may not convene. Pressed twice, it
 * answers with the session already convened.
 */
export async function conveneSecondSession(
  ctx: Context,
  input: SecondSessionInput & { failedMeetingId: string },
): Promise<Convened & { meetingId: string }> {
  if (!may(ctx.actor, 'meetings.convene')) throw forbidden()
  return transact(ctx.db, async (tx) => {
    const failed = await lockMeeting(tx, input.failedMeetingId)
    if (failed.state !== 'NO_QUORUM')
      throw new Refusal('L’absence de quorum n’a pas été constatée : il n’y a pas lieu à une seconde session.')
    const known = await tx.meeting.findUnique({ where: { precedingId: failed.id }, select: { id: true } })
    const meetingId = known?.id ?? (await create(tx, ctx, failed, input))
    return { ...(await conveneWithin(tx, ctx, { meetingId })), meetingId }
  })
}

async function create(tx: Tx, ctx: Context, failed: Meeting, input: SecondSessionInput): Promise<string> {
  const { id: statutesId, statutes } = await statutesVersion(tx, failed.statutesId)
  const offer = secondSessionOffer(statutes, failed, parisDate(ctx.now))
  if (!offer.possible) throw new Refusal(offer.reason.sentence, { reasons: [offer.reason] })
  demandInRange(offer.range, input.date)
  const id = v7(ctx.now.epochMilliseconds)
  const { body, title, accountsOfYear } = failed
  await tx.meeting.create({
    data: {
      id,
      body,
      title,
      accountsOfYear,
      statutesId,
      session: 2,
      precedingId: failed.id,
      date: dateColumn(input.date),
      startsAt: dateFromInstant(instantOf(input.date, input.time)),
      place: input.place ?? null,
      videoUrl: input.videoUrl ?? null,
      createdById: ctx.actor.accountId,
      createdAt: dateFromInstant(ctx.now),
    },
    select: { id: true },
  })
  await copyAgenda(tx, { from: failed, toId: id, now: ctx.now })
  await journal(tx, ctx, {
    act: 'meeting.second-session',
    subject: 'Meeting',
    subjectId: id,
    details: { precedingId: failed.id, date: input.date },
  })
  return id
}

function demandInRange({ earliest, latest }: SecondSessionRange, date: string): void {
  if (date < earliest)
    throw badField(
      'date',
      `Au plus tôt le ${frenchDate(earliest)} : avant, la convocation n’arriverait pas dans les délais.`,
    )
  if (latest !== null && date > latest) throw badField('date', `Au plus tard le ${frenchDate(latest)} (art. 13.2).`)
}

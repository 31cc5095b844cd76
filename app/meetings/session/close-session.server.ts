import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { publish } from '~/platform/live.server'
import { Refusal } from '~/platform/refusal'
import { list } from '~/ui/format'
import { lockMeeting } from '../lock.server'
import { demandInSession, meetingTopic } from './facts.server'
import { demandChair } from './rights.server'

/**
 * The chair closes the session; its hour is kept. Refused while a resolution is neither decided nor withdrawn. Closed
 * twice, it stays as it was the first time.
 */
export async function closeSession(ctx: Context, { meetingId }: { meetingId: string }): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    demandChair(ctx.actor, meeting)
    if (meeting.state === 'CLOSED') return
    demandInSession(meeting)
    const left = await tx.resolution.findMany({
      where: { meetingId, state: { in: ['PENDING', 'ONLINE', 'OPEN'] } },
      select: { number: true },
      orderBy: { number: 'asc' },
    })
    if (left.length > 0) {
      const numbers = list(left.map(({ number }) => String(number)))
      throw new Refusal(
        left.length === 1
          ? `La résolution ${numbers} n’est ni votée ni retirée.`
          : `Les résolutions ${numbers} ne sont ni votées ni retirées.`,
      )
    }
    await tx.meeting.update({
      where: { id: meetingId },
      data: { state: 'CLOSED', closedAt: dateFromInstant(ctx.now) },
      select: { id: true },
    })
    await journal(tx, ctx, { act: 'session.closed', subject: 'Meeting', subjectId: meetingId })
    await publish(tx, meetingTopic(meetingId), 'state', { state: 'CLOSED' })
  })
}

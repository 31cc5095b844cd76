import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import type { storedQuorum } from './quorum.server'

/** The session ends without having been opened, for want of quorum. Call it under `lockMeeting`. */
export async function markNoQuorum(
  tx: Tx,
  ctx: Context,
  meetingId: string,
  openingQuorum: ReturnType<typeof storedQuorum>,
): Promise<void> {
  await tx.meeting.update({
    where: { id: meetingId },
    data: { state: 'NO_QUORUM', openingQuorum, closedAt: dateFromInstant(ctx.now) },
    select: { id: true },
  })
}

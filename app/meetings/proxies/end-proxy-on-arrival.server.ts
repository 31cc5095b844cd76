import type { Meeting } from '~/generated/prisma/client'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { mailProxyEnd, PARTIES } from './end-proxy.server'
import { LIVE } from './proxy-book.server'

/**
 * The giver arrives: his proxy, accepted or only offered, has ended and his voices are his again (6.1-d, 6.2-c); who held it is
 * told. Called by the arrival, under the lock of the meeting. Returns the holder who no longer votes for him, or null.
 */
export async function endProxyOnArrival(
  tx: Tx,
  ctx: Context,
  meeting: Meeting,
  memberId: string,
): Promise<string | null> {
  const live = await tx.proxy.findFirst({
    where: { meetingId: meeting.id, giverId: memberId, state: { in: [...LIVE] } },
    include: PARTIES,
  })
  if (!live) return null
  const ended = {
    state: 'ENDED' as const,
    endedAt: dateFromInstant(ctx.now),
    endReason: 'arrivée de celui qui l’avait donné',
  }
  await tx.proxy.update({ where: { id: live.id }, data: ended, select: { id: true } })
  await mailProxyEnd(tx, ctx, meeting, live, {
    why: `${live.giver.label} participe à la réunion et vote désormais en personne.`,
    votes: true,
    readers: [live.holderId],
  })
  return live.holderId
}

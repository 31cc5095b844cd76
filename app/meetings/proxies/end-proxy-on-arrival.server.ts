import type { Temporal } from 'temporal-polyfill'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { LIVE } from './proxy-book.server'

/**
 * The giver arrives: his proxy, accepted or only offered, has ended and his voices are his again (6.1-d, 6.2-c). Called by the
 * arrival, under the lock of the meeting. Returns the holder who no longer votes for him, or null.
 */
export async function endProxyOnArrival(
  tx: Tx,
  input: { meetingId: string; memberId: string; now: Temporal.Instant },
): Promise<string | null> {
  const { meetingId, memberId, now } = input
  const live = await tx.proxy.findFirst({
    where: { meetingId, giverId: memberId, state: { in: [...LIVE] } },
    select: { id: true, holderId: true },
  })
  if (!live) return null
  const ended = {
    state: 'ENDED' as const,
    endedAt: dateFromInstant(now),
    endReason: 'arrivée de celui qui l’avait donné',
  }
  await tx.proxy.update({ where: { id: live.id }, data: ended, select: { id: true } })
  return live.holderId
}

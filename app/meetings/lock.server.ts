import type { Meeting } from '~/generated/prisma/client'
import type { Tx } from '~/platform/db.server'
import { notFound } from '~/platform/refusal'

/**
 * Holds the meeting until the transaction ends and returns it as it is then: whoever counts proxies, presents or answers
 * before writing takes it first, so that two at once cannot both find room. Throws 404 when there is no such meeting.
 */
export async function lockMeeting(tx: Tx, meetingId: string): Promise<Meeting> {
  const locked = await tx.$queryRaw<
    { id: string }[]
  >`SELECT "id" FROM "Meeting" WHERE "id" = ${meetingId}::uuid FOR UPDATE`
  if (locked.length === 0) throw notFound()
  return tx.meeting.findUniqueOrThrow({ where: { id: meetingId } })
}

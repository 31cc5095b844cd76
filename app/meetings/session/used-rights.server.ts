import { Prisma } from '~/generated/prisma/client'
import type { Db, Tx } from '~/platform/db.server'

type UsedRight = { resolutionId: string; meetingId: string; memberId: string; voterId: string; online: boolean }

/**
 * Who has used a right in the ballots of a meeting, on line or in the room, and by whom: never what for. Read from the view that the
 * ballot box keeps for other rooms.
 */
export async function usedRights(
  db: Db | Tx,
  { meetingId, online = false, memberId }: { meetingId: string; online?: boolean; memberId?: string },
): Promise<UsedRight[]> {
  return db.$queryRaw<UsedRight[]>`
    SELECT "resolutionId", "meetingId", "memberId", "voterId", "online" FROM "UsedRight"
     WHERE "meetingId" = ${meetingId}::uuid AND ("online" OR NOT ${online}::boolean)
       ${memberId === undefined ? Prisma.empty : Prisma.sql`AND "memberId" = ${memberId}::uuid`}`
}

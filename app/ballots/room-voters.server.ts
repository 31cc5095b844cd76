import type { Db, Tx } from '~/platform/db.server'

export type RoomVoter = { memberId: string; voterId: string; voices: number; category: string; byProxy: boolean }

/**
 * Whose voices may be used in the room for this resolution now, and by whom; those who voted on line are among them even
 * when they are not there, `online` tells them apart.
 */
export async function roomVoters(
  db: Db | Tx,
  resolution: { id: string; meetingId: string; among: string[] },
): Promise<RoomVoter[]> {
  const rows = await db.$queryRaw<RoomVoter[]>`
    SELECT "memberId", "voterId", "voices", "category", "byProxy" FROM "RoomRight" WHERE "meetingId" = ${resolution.meetingId}::uuid
    UNION
    SELECT s."memberId", s."voterId", s."voices", s."category", s."voterId" <> s."memberId" FROM "UsedRight" s
     WHERE s."resolutionId" = ${resolution.id}::uuid AND NOT EXISTS (
       SELECT 1 FROM "RoomRight" r WHERE r."meetingId" = ${resolution.meetingId}::uuid AND r."memberId" = s."memberId")`
  const { among } = resolution
  return among.length === 0 ? rows : rows.filter(({ category }) => among.includes(category))
}

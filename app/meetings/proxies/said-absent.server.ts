import type { Db, Tx } from '~/platform/db.server'

/** Those of these members whose latest answer is « je ne viens pas » and who are not in the room. */
export async function saidAbsent(tx: Db | Tx, meetingId: string, memberIds: readonly string[]): Promise<Set<string>> {
  if (memberIds.length === 0) return new Set()
  const rows = await tx.$queryRaw<{ memberId: string }[]>`
    SELECT a."memberId"
      FROM (SELECT DISTINCT ON ("memberId") "memberId", "kind" FROM "MeetingAnswer"
             WHERE "meetingId" = ${meetingId}::uuid AND "memberId" = ANY (${[...memberIds]}::uuid[])
             ORDER BY "memberId", "id" DESC) a
     WHERE a."kind" = 'ABSENT'
       AND NOT EXISTS (SELECT FROM "Presence" p
                        WHERE p."meetingId" = ${meetingId}::uuid AND p."memberId" = a."memberId" AND p."present")`
  return new Set(rows.map(({ memberId }) => memberId))
}

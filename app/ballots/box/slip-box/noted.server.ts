import type { Db, Tx } from '~/platform/db.server'
import type { NotedVote } from '../box'

/**
 * Votes of open ballots whose writer has neither the account of the voter nor that of one who represents or represented him.
 * Secret ballots have none: nobody writes a secret vote for another.
 */
export async function notedVotes(db: Db | Tx, meetingId: string): Promise<NotedVote[]> {
  return db.$queryRaw<NotedVote[]>`
    SELECT s."resolutionId", m."label" AS "member", coalesce(w."label", a."name") AS "by"
      FROM "Slip" s
      JOIN "Resolution" r ON r."id" = s."resolutionId"
      JOIN "Member" m ON m."id" = s."memberId"
      JOIN "Member" v ON v."id" = s."voterId"
      JOIN "Account" a ON a."id" = s."castById"
      LEFT JOIN "Member" w ON w."accountId" = a."id"
     WHERE r."meetingId" = ${meetingId}::uuid AND NOT r."secret" AND s."cast" AND NOT s."online"
       AND v."accountId" IS DISTINCT FROM a."id"
       AND NOT EXISTS (SELECT FROM "Representative" x WHERE x."memberId" = v."id" AND x."accountId" = a."id")
     ORDER BY s."resolutionId", m."sortName", m."id"`
}

import type { Db, Tx } from '~/platform/db.server'

/**
 * Arrivals and departures written by somebody who does not speak for the member: the event and the name of the person who wrote
 * it.
 */
export async function notedEvents(tx: Db | Tx, meetingId: string): Promise<Map<bigint, string>> {
  const rows = await tx.$queryRaw<{ id: bigint; by: string }[]>`
    SELECT e."id", coalesce(w."label", a."name") AS "by"
      FROM "AttendanceEvent" e
      JOIN "Member" m ON m."id" = e."memberId"
      JOIN "Account" a ON a."id" = e."recordedById"
      LEFT JOIN "Member" w ON w."accountId" = a."id"
     WHERE e."meetingId" = ${meetingId}::uuid AND m."accountId" IS DISTINCT FROM a."id"
       AND NOT EXISTS (SELECT FROM "Representative" x WHERE x."memberId" = m."id" AND x."accountId" = a."id")`
  return new Map(rows.map(({ id, by }) => [id, by]))
}

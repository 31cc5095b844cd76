import { randomUUID } from 'node:crypto'
import type { Tx } from '~/platform/db.server'
import type { RecordedVote } from '../box'

/**
 * A vote said aloud and written by the chair: the right is that of the room, the ballot open and not secret, and nobody
 * has voted with these voices. Returns the receipt and who said the vote, or null when the box took nothing.
 */
export async function recordInBox(
  tx: Tx,
  { resolutionId, memberId, choice, accountId }: RecordedVote,
): Promise<{ receipt: string; voterId: string } | null> {
  const taken = await tx.$queryRaw<{ receipt: string; voterId: string }[]>`
    WITH ballot AS MATERIALIZED (
      SELECT "id", "meetingId", coalesce("among", '{}') AS "among" FROM "Resolution"
       WHERE "id" = ${resolutionId}::uuid AND "state" = 'OPEN' AND "mode" = 'ELECTRONIC' AND NOT "secret" FOR SHARE)
    INSERT INTO "Slip" ("resolutionId", "memberId", "voterId", "voices", "category", "cast", "choice", "castById", "receipt")
    SELECT b."id", r."memberId", r."voterId", r."voices", r."category", true, ${choice}::"Choice", ${accountId}::uuid, ${randomUUID()}::uuid
      FROM ballot b JOIN "RoomRight" r ON r."meetingId" = b."meetingId" AND r."memberId" = ${memberId}::uuid
     WHERE b."among" = '{}' OR r."category" = ANY (b."among")
    ON CONFLICT DO NOTHING RETURNING "receipt", "voterId"`
  return taken[0] ?? null
}

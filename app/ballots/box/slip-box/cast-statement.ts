/**
 * Everything about a press of the vote button, in one statement: who is signed in, for whom he speaks, whose voices he
 * may use in the room (or on line), that the ballot is open and stays so until we are done (FOR SHARE: the closing waits
 * for us, or we see it closed), the slip, and the sealed vote of a secret ballot. One row for each vote asked.
 *
 * A slip already there: in an open ballot the same voter changes his choice and keeps his receipt; else nothing happens
 * and `receipt` comes back empty.
 */
export const CAST_STATEMENT = `
WITH signed AS (
  SELECT s."accountId" FROM "Session" s JOIN "Account" a ON a."id" = s."accountId"
   WHERE s."tokenHash" = $1 AND s."revokedAt" IS NULL AND a."disabledAt" IS NULL
     AND s."expiresAt" > $2::timestamptz AND s."lastSeenAt" > $2::timestamptz - interval '30 days'
), mine AS MATERIALIZED (
  SELECT DISTINCT f."accountId", f."memberId" FROM signed JOIN "ActingFor" f ON f."accountId" = signed."accountId"
   WHERE (f."from" IS NULL OR f."from" <= $3::date) AND (f."until" IS NULL OR f."until" >= $3::date)
), ballot AS MATERIALIZED (
  SELECT r."id", r."meetingId", r."secret", r."videoVotes", r."among", r."state" = 'ONLINE' AS "online" FROM "Resolution" r
   WHERE r."id" = $4::uuid AND r."meetingId" = $5::uuid AND EXISTS (SELECT 1 FROM mine)
     AND (r."state" = 'OPEN' AND r."mode" = 'ELECTRONIC' OR r."state" = 'ONLINE' AND EXISTS (
           SELECT 1 FROM "Meeting" m WHERE m."id" = $5::uuid AND m."state" IN ('CONVENED', 'OPEN')))
     FOR SHARE OF r
), asked AS (
  SELECT * FROM unnest($6::uuid[], $7::text[], $8::uuid[], $9::uuid[], $10::bytea[])
    AS a("memberId", "choice", "receipt", "sealId", "box")
), entitled AS (
  SELECT a.*, b."id" AS "resolutionId", b."secret", b."online", v."voterId", v."accountId", v."voices", v."category"
    FROM asked a CROSS JOIN ballot b CROSS JOIN LATERAL (
      SELECT r."voterId", m."accountId", r."voices", r."category"
        FROM "RoomRight" r JOIN mine m ON m."memberId" = r."voterId"
        JOIN "Presence" p ON p."meetingId" = r."meetingId" AND p."memberId" = r."voterId"
       WHERE NOT b."online" AND r."meetingId" = b."meetingId" AND r."memberId" = a."memberId"
         AND (b."videoVotes" OR p."mode" = 'IN_PERSON')
      UNION ALL
      SELECT e."memberId", m."accountId", e."voices", e."category"
        FROM "ElectorateEntry" e JOIN mine m ON m."memberId" = e."memberId"
       WHERE b."online" AND e."meetingId" = b."meetingId" AND e."stage" = 'CONVOCATION' AND e."memberId" = a."memberId" AND e."mayVote"
    ) v
   WHERE coalesce(cardinality(b."among"), 0) = 0 OR v."category" = ANY (b."among")
), slips AS (
  INSERT INTO "Slip" AS s ("resolutionId", "memberId", "voterId", "voices", "category", "online", "cast", "choice", "castBy", "receipt")
  SELECT e."resolutionId", e."memberId", e."voterId", e."voices", e."category", e."online", true,
         CASE WHEN e."secret" THEN NULL ELSE e."choice"::"Choice" END, e."accountId", e."receipt"
    FROM entitled e
  ON CONFLICT ("resolutionId", "memberId") DO UPDATE SET "choice" = EXCLUDED."choice", "castBy" = EXCLUDED."castBy"
   WHERE s."voterId" = EXCLUDED."voterId" AND s."choice" IS NOT NULL
  RETURNING s."memberId", s."receipt", (s.xmax = 0) AS "fresh"
), sealed AS (
  INSERT INTO "SealedVote" ("id", "resolutionId", "voices", "category", "box")
  SELECT e."sealId", e."resolutionId", e."voices", e."category", e."box"
    FROM entitled e JOIN slips s ON s."memberId" = e."memberId" WHERE e."secret" AND s."fresh"
)
SELECT a."memberId" AS "memberId", s."receipt" AS "receipt", EXISTS (SELECT 1 FROM signed) AS "signedIn",
       EXISTS (SELECT 1 FROM ballot) AS "open", e."memberId" IS NOT NULL AS "entitled"
  FROM asked a LEFT JOIN entitled e ON e."memberId" = a."memberId" LEFT JOIN slips s ON s."memberId" = a."memberId"`

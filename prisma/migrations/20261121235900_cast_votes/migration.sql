-- A press of the vote button, in one round trip: who is signed in, for whom he speaks, whose voices he may use in the room
-- (or on line), that the ballot is open and stays so until we are done, the slip, and the sealed vote of a secret ballot.
--
-- FOR SHARE on the resolution: the closing waits for us, or we see the ballot closed. Each statement below sees what was
-- committed before it, the wait included. One row for each vote asked: its receipt, or the condition that failed.
-- A slip already there: in an open ballot the same voter changes his choice and keeps his receipt; else it stays ('taken').
CREATE FUNCTION cast_votes(
  p_session text, p_now timestamptz, p_meeting uuid, p_resolution uuid,
  p_members uuid[], p_choices text[], p_receipts uuid[], p_seals uuid[], p_boxes bytea[]
) RETURNS TABLE ("memberId" uuid, "receipt" uuid, "unmet" text) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_today date := (p_now AT TIME ZONE 'Europe/Paris')::date;
  v_account uuid;
  v_mine uuid[];
  v_ballot record;
  v_stage "ElectorateStage";
  v_voter uuid;
  v_here "AttendanceMode";
  v_right record;
  v_slip record;
BEGIN
  SELECT s."accountId" INTO v_account FROM "Session" s JOIN "Account" a ON a."id" = s."accountId"
   WHERE s."tokenHash" = p_session AND s."revokedAt" IS NULL AND a."disabledAt" IS NULL
     AND s."expiresAt" > p_now AND s."lastSeenAt" > p_now - interval '30 days';
  IF NOT FOUND THEN
    RETURN QUERY SELECT m, NULL::uuid, 'signed-out' FROM unnest(p_members) m;
    RETURN;
  END IF;

  SELECT array_agg(f."memberId") INTO v_mine FROM "ActingFor" f
   WHERE f."accountId" = v_account AND (f."from" IS NULL OR f."from" <= v_today) AND (f."until" IS NULL OR f."until" >= v_today);

  SELECT r."secret", r."videoVotes", coalesce(r."among", '{}') AS "among", r."state" = 'ONLINE' AS "online" INTO v_ballot
    FROM "Resolution" r WHERE r."id" = p_resolution AND r."meetingId" = p_meeting
     AND (r."state" = 'OPEN' AND r."mode" = 'ELECTRONIC' OR r."state" = 'ONLINE' AND EXISTS (
           SELECT 1 FROM "Meeting" m WHERE m."id" = p_meeting AND m."state" IN ('CONVENED', 'OPEN')))
     FOR SHARE OF r;
  IF NOT FOUND THEN
    RETURN QUERY SELECT m, NULL::uuid, 'closed' FROM unnest(p_members) m;
    RETURN;
  END IF;

  v_stage := CASE WHEN v_ballot."online" THEN 'CONVOCATION' ELSE 'OPENING' END;
  FOR i IN 1 .. cardinality(p_members) LOOP
    "memberId" := p_members[i];
    "receipt" := NULL;
    "unmet" := 'no-right';
    -- the rights of the view "RoomRight", looked up one member at a time: shorter by far, and a test holds both together
    v_voter := p_members[i];
    v_here := NULL;
    IF NOT v_ballot."online" THEN
      SELECT p."mode" INTO v_here FROM "Presence" p WHERE p."meetingId" = p_meeting AND p."memberId" = v_voter AND p."present";
      IF NOT FOUND THEN
        SELECT x."holderId", h."mode" INTO v_voter, v_here FROM "Proxy" x
          JOIN "Presence" h ON h."meetingId" = x."meetingId" AND h."memberId" = x."holderId" AND h."present"
         WHERE x."meetingId" = p_meeting AND x."giverId" = p_members[i] AND x."state" = 'ACCEPTED';
      END IF;
    END IF;
    SELECT e."voices", e."category" INTO v_right FROM "ElectorateEntry" e
     WHERE e."meetingId" = p_meeting AND e."stage" = v_stage AND e."memberId" = p_members[i] AND e."mayVote"
       AND v_voter = ANY (v_mine) AND (v_ballot."online" OR v_here = 'IN_PERSON' OR v_here IS NOT NULL AND v_ballot."videoVotes");
    IF FOUND AND (v_ballot."among" = '{}' OR v_right."category" = ANY (v_ballot."among")) THEN
      INSERT INTO "Slip" AS s ("resolutionId", "memberId", "voterId", "voices", "category", "online", "cast", "choice", "castBy", "receipt")
      VALUES (p_resolution, p_members[i], v_voter, v_right."voices", v_right."category", v_ballot."online", true,
              CASE WHEN v_ballot."secret" THEN NULL ELSE p_choices[i]::"Choice" END, v_account, p_receipts[i])
      ON CONFLICT ("resolutionId", "memberId") DO UPDATE SET "choice" = EXCLUDED."choice", "castBy" = EXCLUDED."castBy"
       WHERE s."voterId" = EXCLUDED."voterId" AND s."choice" IS NOT NULL
      RETURNING s."receipt", s.xmax = 0 AS "fresh" INTO v_slip;
      IF NOT FOUND THEN
        "unmet" := 'taken';
      ELSE
        "unmet" := NULL;
        "receipt" := v_slip."receipt";
        IF v_ballot."secret" AND v_slip."fresh" THEN
          INSERT INTO "SealedVote" ("id", "resolutionId", "voices", "category", "box")
          VALUES (p_seals[i], p_resolution, v_right."voices", v_right."category", p_boxes[i]);
        END IF;
      END IF;
    END IF;
    RETURN NEXT;
  END LOOP;
END $$;

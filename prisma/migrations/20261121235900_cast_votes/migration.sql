-- Presses of the vote button, in one round trip and one commit: for each vote, who is signed in, for whom he speaks, whose
-- voices he may use in the room (or on line), that the ballot is open and stays so until we are done, the slip, and the
-- sealed vote of a secret ballot. One row for each vote, in their order: its receipt, or the condition that failed.
--
-- FOR SHARE on the resolution: the closing waits for us, or we see the ballot closed. Each statement sees what was committed
-- before it, the wait included. The caller sorts votes by resolution and member, so that two calls never wait for each other
-- in a circle. A slip already there: in an open ballot the same voter changes his choice and keeps his receipt; else it
-- stays ('taken').
CREATE FUNCTION cast_votes(
  p_now timestamptz, p_sessions text[], p_meetings uuid[], p_resolutions uuid[], p_members uuid[], p_choices text[],
  p_receipts uuid[], p_seals uuid[], p_boxes bytea[]
) RETURNS TABLE ("receipt" uuid, "unmet" text, "secret" boolean) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_today date := (p_now AT TIME ZONE 'Europe/Paris')::date;
  v_account uuid;
  v_mine uuid[];
  v_ballot record;
  v_ballot_id uuid;
  v_voter uuid;
  v_here "AttendanceMode";
  v_right record;
  v_slip record;
BEGIN
  FOR i IN 1 .. cardinality(p_members) LOOP
    "receipt" := NULL;
    "secret" := NULL;

    SELECT s."accountId" INTO v_account FROM "Session" s JOIN "Account" a ON a."id" = s."accountId"
     WHERE s."tokenHash" = p_sessions[i] AND s."revokedAt" IS NULL AND a."disabledAt" IS NULL
       AND s."expiresAt" > p_now AND s."lastSeenAt" > p_now - interval '30 days';
    IF NOT FOUND THEN
      "unmet" := 'signed-out';
      RETURN NEXT;
      CONTINUE;
    END IF;

    IF v_ballot_id IS DISTINCT FROM p_resolutions[i] THEN
      v_ballot_id := NULL;
      SELECT r."id", r."meetingId", r."secret", r."videoVotes", coalesce(r."among", '{}') AS "among", r."state" = 'ONLINE' AS "online"
        INTO v_ballot FROM "Resolution" r WHERE r."id" = p_resolutions[i]
         AND (r."state" = 'OPEN' AND r."mode" = 'ELECTRONIC' OR r."state" = 'ONLINE' AND EXISTS (
               SELECT 1 FROM "Meeting" m WHERE m."id" = r."meetingId" AND m."state" IN ('CONVENED', 'OPEN')))
         FOR SHARE OF r;
      IF FOUND THEN v_ballot_id := v_ballot."id"; END IF;
    END IF;
    IF v_ballot_id IS NULL OR v_ballot."meetingId" <> p_meetings[i] THEN
      "unmet" := 'closed';
      RETURN NEXT;
      CONTINUE;
    END IF;
    "secret" := v_ballot."secret";
    "unmet" := 'no-right';

    -- the rights of the view "RoomRight", looked up one member at a time: shorter by far, and a test holds both together
    v_voter := p_members[i];
    v_here := NULL;
    IF NOT v_ballot."online" THEN
      SELECT p."mode" INTO v_here FROM "Presence" p
       WHERE p."meetingId" = v_ballot."meetingId" AND p."memberId" = v_voter AND p."present";
      IF NOT FOUND THEN
        SELECT x."holderId", h."mode" INTO v_voter, v_here FROM "Proxy" x
          JOIN "Presence" h ON h."meetingId" = x."meetingId" AND h."memberId" = x."holderId" AND h."present"
         WHERE x."meetingId" = v_ballot."meetingId" AND x."giverId" = p_members[i] AND x."state" = 'ACCEPTED';
      END IF;
    END IF;
    IF v_ballot."online" OR v_here = 'IN_PERSON' OR (v_here IS NOT NULL AND v_ballot."videoVotes") THEN
      SELECT e."voices", e."category" INTO v_right FROM "ElectorateEntry" e
       WHERE e."meetingId" = v_ballot."meetingId" AND e."memberId" = p_members[i] AND e."mayVote"
         AND e."stage" = CASE WHEN v_ballot."online" THEN 'CONVOCATION' ELSE 'OPENING' END::"ElectorateStage"
         AND EXISTS (SELECT 1 FROM "ActingFor" f WHERE f."accountId" = v_account AND f."memberId" = v_voter
           AND (f."from" IS NULL OR f."from" <= v_today) AND (f."until" IS NULL OR f."until" >= v_today));
      IF FOUND AND (v_ballot."among" = '{}' OR v_right."category" = ANY (v_ballot."among")) THEN
        INSERT INTO "Slip" AS s ("resolutionId", "memberId", "voterId", "voices", "category", "online", "cast", "choice", "castBy", "receipt")
        VALUES (v_ballot_id, p_members[i], v_voter, v_right."voices", v_right."category", v_ballot."online", true,
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
            VALUES (p_seals[i], v_ballot_id, v_right."voices", v_right."category", p_boxes[i]);
          END IF;
        END IF;
      END IF;
    END IF;
    RETURN NEXT;
  END LOOP;
END $$;

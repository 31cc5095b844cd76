-- A column that names an account by what it did ends in « ById », one that names a file in « DocumentId »: one way in all
-- tables. Rows, keys, checks and views follow; the functions below speak of these columns and are written again.

ALTER TABLE "Slip" RENAME COLUMN "castBy" TO "castById";
ALTER TABLE "BankStatement" RENAME COLUMN "createdBy" TO "createdById";
ALTER TABLE "BankStatement" RENAME COLUMN "undoneBy" TO "undoneById";
ALTER TABLE "StatementDraft" RENAME COLUMN "createdBy" TO "createdById";
ALTER TABLE "DisciplinaryCase" RENAME COLUMN "openedBy" TO "openedById";
ALTER TABLE "DisciplinaryCase" RENAME COLUMN "decidedBy" TO "decidedById";
ALTER TABLE "Recusal" RENAME COLUMN "recordedBy" TO "recordedById";
ALTER TABLE "DuesPeriod" RENAME COLUMN "calledBy" TO "calledById";
ALTER TABLE "DuesStep" RENAME COLUMN "byAccount" TO "recordedById";
ALTER TABLE "DuesRepost" RENAME COLUMN "byAccount" TO "recordedById";
ALTER TABLE "Payment" RENAME COLUMN "createdBy" TO "createdById";
ALTER TABLE "PaymentEntry" RENAME COLUMN "byAccount" TO "recordedById";
ALTER TABLE "DepositSlip" RENAME COLUMN "createdBy" TO "createdById";
ALTER TABLE "PaymentIssue" RENAME COLUMN "resolvedBy" TO "resolvedById";
ALTER TABLE "RegisteredLetter" RENAME COLUMN "writtenBy" TO "writtenById";
ALTER TABLE "Explanation" RENAME COLUMN "recordedBy" TO "recordedById";
ALTER TABLE "Meeting" RENAME COLUMN "secretaryId" TO "secretaryAccountId";
ALTER TABLE "Meeting" RENAME COLUMN "createdBy" TO "createdById";
ALTER TABLE "Convocation" RENAME COLUMN "sentBy" TO "sentById";
ALTER TABLE "ConvocationNotice" RENAME COLUMN "postedBy" TO "postedById";
ALTER TABLE "MeetingAnswer" RENAME COLUMN "byAccount" TO "recordedById";
ALTER TABLE "Proxy" RENAME COLUMN "scanId" TO "scanDocumentId";
ALTER TABLE "Proxy" RENAME COLUMN "enteredBy" TO "recordedById";
ALTER TABLE "AttendanceEvent" RENAME COLUMN "byAccount" TO "recordedById";
ALTER TABLE "Incident" RENAME COLUMN "recordedBy" TO "recordedById";
ALTER TABLE "MemberEvent" RENAME COLUMN "recordedBy" TO "recordedById";
ALTER TABLE "MemberImport" RENAME COLUMN "createdBy" TO "createdById";
ALTER TABLE "Consent" RENAME COLUMN "recordedBy" TO "recordedById";
ALTER TABLE "Resignation" RENAME COLUMN "recordedBy" TO "recordedById";
ALTER TABLE "Reprise" RENAME COLUMN "proposedBy" TO "proposedById";
ALTER TABLE "Reprise" RENAME COLUMN "signedBy" TO "signedById";
ALTER TABLE "MinutesDraft" RENAME COLUMN "createdBy" TO "createdById";
ALTER TABLE "Minutes" RENAME COLUMN "fixedBy" TO "fixedById";
ALTER TABLE "Minutes" RENAME COLUMN "pdfDocument" TO "pdfDocumentId";
ALTER TABLE "MinutesSignature" RENAME COLUMN "accountId" TO "signedById";
ALTER TABLE "Document" RENAME COLUMN "uploadedBy" TO "uploadedById";
ALTER TABLE "JournalEntry" RENAME COLUMN "accountId" TO "doneById";
ALTER TABLE "PersonalDataAccess" RENAME COLUMN "accountId" TO "seenById";
ALTER TABLE "ReturnedMail" RENAME COLUMN "decidedBy" TO "decidedById";

ALTER INDEX "MinutesSignature_minutesId_accountId_key" RENAME TO "MinutesSignature_minutesId_signedById_key";
ALTER INDEX "PersonalDataAccess_accountId_id_idx" RENAME TO "PersonalDataAccess_seenById_id_idx";

-- Signed minutes are final; the file made from them is added once.
CREATE OR REPLACE FUNCTION minutes_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW."body" <> OLD."body" OR NEW."bodyHash" <> OLD."bodyHash" OR NEW."meetingId" <> OLD."meetingId" THEN
    RAISE EXCEPTION 'minutes are not rewritten' USING ERRCODE = 'P0A01';
  END IF;
  IF OLD."state" = 'SIGNED' AND (OLD."pdfDocumentId" IS NOT NULL OR to_jsonb(NEW) - 'pdfDocumentId' <> to_jsonb(OLD) - 'pdfDocumentId') THEN
    RAISE EXCEPTION 'signed minutes are final' USING ERRCODE = 'P0A01';
  END IF;
  RETURN NEW;
END $$;

-- The facts of one that is over may be emptied, never altered: they tell who a member is, and that is erased in time.
CREATE OR REPLACE FUNCTION reprise_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE later text[] := ARRAY['state', 'signedById', 'signerName', 'signerOffice', 'closedAt', 'refusal'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."state" <> 'PROPOSED' AND NEW."facts" = '[]'::jsonb
     AND to_jsonb(NEW) - 'facts' = to_jsonb(OLD) - 'facts' THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' OR OLD."state" <> 'PROPOSED' OR to_jsonb(NEW) - later <> to_jsonb(OLD) - later THEN
    RAISE EXCEPTION 'a reprise is not rewritten' USING ERRCODE = 'P0A01';
  END IF;
  RETURN NEW;
END $$;

DROP FUNCTION cast_votes;

-- Presses of the vote button, in one round trip and one commit: for each vote, who is signed in, for whom he speaks, whose
-- voices he may use in the room (or on line), that the ballot is open and stays so until we are done, the slip, and the
-- sealed vote of a secret ballot. One row for each vote, in their order: its receipt, or the condition that failed.
--
-- FOR SHARE on the resolution: the closing waits for us, or we see the ballot closed. Each statement sees what was committed
-- before it, the wait included. The caller sorts votes by resolution and member, so that two calls never wait for each other
-- in a circle. A slip already there: in an open ballot the same voter changes his choice and keeps his receipt; else it
-- stays ('taken'). A session not used since `p_live_since` has ended: the caller alone knows how long one lasts.
CREATE FUNCTION cast_votes(
  p_now timestamptz, p_live_since timestamptz, p_sessions text[], p_meetings uuid[], p_resolutions uuid[], p_members uuid[], p_choices text[],
  p_receipts uuid[], p_seals uuid[], p_boxes bytea[]
) RETURNS TABLE ("receipt" uuid, "unmet" text, "secret" boolean) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_today date := (p_now AT TIME ZONE 'Europe/Paris')::date;
  v_account uuid;
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
       AND s."expiresAt" > p_now AND s."lastSeenAt" > p_live_since;
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
        INSERT INTO "Slip" AS s ("resolutionId", "memberId", "voterId", "voices", "category", "online", "cast", "choice", "castById", "receipt")
        VALUES (v_ballot_id, p_members[i], v_voter, v_right."voices", v_right."category", v_ballot."online", true,
                CASE WHEN v_ballot."secret" THEN NULL ELSE p_choices[i]::"Choice" END, v_account, p_receipts[i])
        ON CONFLICT ("resolutionId", "memberId") DO UPDATE SET "choice" = EXCLUDED."choice", "castById" = EXCLUDED."castById"
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

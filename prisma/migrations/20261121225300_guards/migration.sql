-- What Prisma's schema cannot say: French collation, partial unique indexes, facts that nobody may change, the chained
-- register, the memberships that an account speaks for.

-- Names in French order; pages by key read this index.
ALTER TABLE "Member" ALTER COLUMN "sortName" TYPE text COLLATE "fr-x-icu";

ALTER TABLE "Association" ADD CONSTRAINT "association_is_one" CHECK ("id" = 1);
ALTER TABLE "DemoClock" ADD CONSTRAINT "demo_clock_is_one" CHECK ("id" = 1);
ALTER TABLE "Account" ADD CONSTRAINT "account_email_folded" CHECK ("email" = lower(btrim("email")));
ALTER TABLE "Meeting" ADD CONSTRAINT "meeting_session_known" CHECK ("session" IN (1, 2) AND ("session" = 1 OR "precedingId" IS NOT NULL));
ALTER TABLE "Proxy" ADD CONSTRAINT "proxy_not_to_oneself" CHECK ("giverId" <> "holderId");
ALTER TABLE "DuesRate" ADD CONSTRAINT "rate_not_negative" CHECK ("amountCents" >= 0);
ALTER TABLE "Dues" ADD CONSTRAINT "dues_not_negative" CHECK ("amountCents" >= 0);

-- One live proxy per giver and meeting.
CREATE UNIQUE INDEX "proxy_one_live_per_giver" ON "Proxy" ("meetingId", "giverId") WHERE "state" IN ('OFFERED', 'ACCEPTED');
-- One set of minutes, and one report of default, alive per meeting; corrections are free.
CREATE UNIQUE INDEX "minutes_one_alive" ON "Minutes" ("meetingId") WHERE "state" <> 'WITHDRAWN' AND "kind" <> 'CORRECTION';
-- One mandate at a time for the President, the secretary and the treasurer.
CREATE UNIQUE INDEX "mandate_one_seat" ON "Mandate" ("office") WHERE "endedOn" IS NULL AND "office" IN ('president', 'secretary', 'deputy-secretary', 'treasurer', 'deputy-treasurer');

-- ── facts are appended, never edited ────────────────────────────────────────────────
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'P0A01';
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['StatutesVersion', 'MemberEvent', 'Consent', 'Convocation', 'ElectorateEntry', 'MeetingAnswer',
    'AttendanceEvent', 'Incident', 'Paper', 'MinutesDraft', 'MinutesSignature', 'RegisterEntry', 'JournalEntry', 'Blob'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', lower(t) || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', lower(t) || '_no_truncate', t);
  END LOOP;
END $$;

-- A slip changes only while its ballot is open.
CREATE FUNCTION slip_while_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Resolution" r WHERE r."id" = OLD."resolutionId" AND r."state" IN ('ONLINE', 'OPEN', 'PENDING');
  IF NOT FOUND THEN RAISE EXCEPTION 'the ballot is closed' USING ERRCODE = 'P0A02'; END IF;
  IF TG_OP = 'DELETE' THEN
    IF OLD."cast" THEN RAISE EXCEPTION 'a cast slip stays' USING ERRCODE = 'P0A02'; END IF;
    RETURN OLD;
  END IF;
  IF OLD."cast" AND NOT NEW."cast" THEN RAISE EXCEPTION 'a cast slip stays cast' USING ERRCODE = 'P0A02'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER slip_while_open BEFORE UPDATE OR DELETE ON "Slip" FOR EACH ROW EXECUTE FUNCTION slip_while_open();

-- A resolution that was decided keeps its text, votes and outcome.
CREATE FUNCTION resolution_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" IN ('ADOPTED', 'REJECTED', 'INVALID') THEN
    RAISE EXCEPTION 'the resolution is decided' USING ERRCODE = 'P0A03';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF OLD."state" IN ('ONLINE', 'OPEN') AND (NEW."text" <> OLD."text" OR NEW."secret" <> OLD."secret" OR NEW."effect" IS DISTINCT FROM OLD."effect") THEN
    RAISE EXCEPTION 'the ballot is open' USING ERRCODE = 'P0A03';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER resolution_decided BEFORE UPDATE OR DELETE ON "Resolution" FOR EACH ROW EXECUTE FUNCTION resolution_decided();

-- Who gave a proxy, to whom and for which meeting never changes; what is over stays over.
CREATE FUNCTION proxy_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'Proxy is append-only' USING ERRCODE = 'P0A01'; END IF;
  IF NEW."giverId" <> OLD."giverId" OR NEW."holderId" <> OLD."holderId" OR NEW."meetingId" <> OLD."meetingId"
     OR OLD."state" IN ('DECLINED', 'REVOKED', 'ENDED', 'REFUSED') THEN
    RAISE EXCEPTION 'a proxy is not rewritten' USING ERRCODE = 'P0A01';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proxy_stays BEFORE UPDATE OR DELETE ON "Proxy" FOR EACH ROW EXECUTE FUNCTION proxy_stays();

-- Signed minutes are final; the file made from them is added once.
CREATE FUNCTION minutes_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW."body" <> OLD."body" OR NEW."bodyHash" <> OLD."bodyHash" OR NEW."meetingId" <> OLD."meetingId" THEN
    RAISE EXCEPTION 'minutes are not rewritten' USING ERRCODE = 'P0A01';
  END IF;
  IF OLD."state" = 'SIGNED' AND (OLD."pdfDocument" IS NOT NULL OR to_jsonb(NEW) - 'pdfDocument' <> to_jsonb(OLD) - 'pdfDocument') THEN
    RAISE EXCEPTION 'signed minutes are final' USING ERRCODE = 'P0A01';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER minutes_signed BEFORE UPDATE OR DELETE ON "Minutes" FOR EACH ROW EXECUTE FUNCTION minutes_signed();

-- ── the chained register ────────────────────────────────────────────────────────────
-- hash = SHA-256(0x00 ‖ prev ‖ H(stream) ‖ int8 seq ‖ int8 ms ‖ H(actor) ‖ H(kind) ‖ H(body)); genesis = H('genesis:' ‖ stream).
CREATE FUNCTION append_register(p_stream text, p_at_ms bigint, p_actor text, p_kind text, p_body text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE v_seq bigint; v_prev bytea; v_hash bytea;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('register:' || p_stream, 0));
  SELECT "seq", "hash" INTO v_seq, v_prev FROM "RegisterEntry" WHERE "stream" = p_stream ORDER BY "seq" DESC LIMIT 1;
  IF v_seq IS NULL THEN
    v_seq := 0;
    v_prev := sha256(convert_to('genesis:' || p_stream, 'UTF8'));
  END IF;
  v_seq := v_seq + 1;
  v_hash := sha256('\x00'::bytea || v_prev || sha256(convert_to(p_stream, 'UTF8')) || int8send(v_seq) || int8send(p_at_ms)
    || sha256(convert_to(p_actor, 'UTF8')) || sha256(convert_to(p_kind, 'UTF8')) || sha256(convert_to(p_body, 'UTF8')));
  INSERT INTO "RegisterEntry" ("stream", "seq", "atMs", "actor", "kind", "body", "prevHash", "hash")
  VALUES (p_stream, v_seq, p_at_ms, p_actor, p_kind, p_body, v_prev, v_hash);
  RETURN v_seq;
END $$;

-- Rows enter the register only through append_register.
CREATE FUNCTION register_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_prev bytea; v_seq bigint;
BEGIN
  SELECT "seq", "hash" INTO v_seq, v_prev FROM "RegisterEntry" WHERE "stream" = NEW."stream" ORDER BY "seq" DESC LIMIT 1;
  IF NEW."seq" <> coalesce(v_seq, 0) + 1 OR NEW."prevHash" <> coalesce(v_prev, sha256(convert_to('genesis:' || NEW."stream", 'UTF8'))) THEN
    RAISE EXCEPTION 'the register has no gap and no fork' USING ERRCODE = 'P0A04';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER register_gate BEFORE INSERT ON "RegisterEntry" FOR EACH ROW EXECUTE FUNCTION register_gate();

-- ── who speaks for whom ─────────────────────────────────────────────────────────────
-- One row for each membership that an account speaks for: its own, or that of a legal person it represents (6.2-d).
CREATE VIEW "ActingFor" AS
  SELECT m."accountId" AS "accountId", m."id" AS "memberId", NULL::date AS "from", m."leftOn" AS "until"
    FROM "Member" m WHERE m."accountId" IS NOT NULL
  UNION ALL
  SELECT r."accountId", r."memberId", r."from", r."until"
    FROM "Representative" r WHERE r."accountId" IS NOT NULL;

-- Whose voices may be used in the room now, and by whom: those present for themselves, holders present for givers who
-- are not (13.1-a, 6.1-d, 6.2-c). One row per member.
CREATE VIEW "RoomRight" AS
  SELECT e."meetingId", e."memberId", e."memberId" AS "voterId", e."voices", e."category", false AS "byProxy"
    FROM "ElectorateEntry" e
    JOIN "Presence" p ON p."meetingId" = e."meetingId" AND p."memberId" = e."memberId" AND p."present"
   WHERE e."stage" = 'OPENING' AND e."mayVote"
  UNION ALL
  SELECT e."meetingId", e."memberId", x."holderId", e."voices", e."category", true
    FROM "Proxy" x
    JOIN "ElectorateEntry" e ON e."meetingId" = x."meetingId" AND e."memberId" = x."giverId" AND e."stage" = 'OPENING' AND e."mayVote"
    JOIN "Presence" h ON h."meetingId" = x."meetingId" AND h."memberId" = x."holderId" AND h."present"
   WHERE x."state" = 'ACCEPTED'
     AND NOT EXISTS (SELECT 1 FROM "Presence" g WHERE g."meetingId" = x."meetingId" AND g."memberId" = x."giverId" AND g."present");

-- ── live events ─────────────────────────────────────────────────────────────────────
-- Ids of one topic commit in order (advisory lock), so that a listener who resumes after an id misses none.
CREATE FUNCTION live_event_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('live:' || NEW."topic", 0));
  NEW."id" := nextval(pg_get_serial_sequence('"LiveEvent"', 'id'));
  PERFORM pg_notify('live', '');
  RETURN NEW;
END $$;
CREATE TRIGGER live_event_in_order BEFORE INSERT ON "LiveEvent" FOR EACH ROW EXECUTE FUNCTION live_event_in_order();

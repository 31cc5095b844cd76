-- AlterTable
ALTER TABLE "Resolution" ADD COLUMN     "videoVotes" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "SealedVote" ADD COLUMN     "category" TEXT NOT NULL,
ADD COLUMN     "voices" INTEGER NOT NULL;

-- One open ballot at a time per meeting (the room looks at one question).
CREATE UNIQUE INDEX "resolution_one_open" ON "Resolution" ("meetingId") WHERE "state" = 'OPEN';

-- A slip enters, or changes in, an open ballot only; it carries a choice if, and only if, the ballot is not secret.
CREATE FUNCTION slip_enters_open_ballot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Resolution" r
    WHERE r."id" = NEW."resolutionId" AND r."state" IN ('ONLINE', 'OPEN') AND r."secret" = (NEW."choice" IS NULL);
  IF NOT FOUND THEN RAISE EXCEPTION 'the ballot takes no such slip' USING ERRCODE = 'P0A02'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER slip_enters_open_ballot BEFORE INSERT OR UPDATE ON "Slip" FOR EACH ROW EXECUTE FUNCTION slip_enters_open_ballot();

-- Papers come out of a ballot that is being closed, never later.
CREATE FUNCTION paper_before_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM added a LEFT JOIN "Resolution" r ON r."id" = a."resolutionId" WHERE r."state" IS DISTINCT FROM 'OPEN') THEN
    RAISE EXCEPTION 'the ballot is closed' USING ERRCODE = 'P0A02';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER paper_before_decision AFTER INSERT ON "Paper" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION paper_before_decision();

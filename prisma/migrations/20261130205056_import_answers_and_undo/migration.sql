-- AlterTable
ALTER TABLE "MemberImport" ADD COLUMN     "answers" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "refusedLines" TEXT,
ADD COLUMN     "undoneAt" TIMESTAMPTZ(3),
ADD COLUMN     "written" JSONB;

-- CreateTable
CREATE TABLE "TableMapping" (
    "kind" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TableMapping_pkey" PRIMARY KEY ("kind","signature")
);

-- An import may be undone while nothing rests on it: the events and consents with which its own members came go with them, and no
-- others. The import is named for the transaction; it is marked undone in the same one.
CREATE FUNCTION goes_with_import() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_import text := current_setting('app.undone_import', true);
BEGIN
  IF TG_OP = 'DELETE' AND coalesce(v_import, '') <> '' THEN
    PERFORM 1 FROM "MemberImport" i WHERE i."id" = v_import::uuid AND i."undoneAt" IS NULL
      AND i."appliedAt" = OLD."recordedAt" AND i."written" -> 'created' ? OLD."memberId"::text;
    IF FOUND THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'P0A01';
END $$;
DROP TRIGGER "memberevent_append_only" ON "MemberEvent";
DROP TRIGGER "consent_append_only" ON "Consent";
CREATE TRIGGER "memberevent_append_only" BEFORE UPDATE OR DELETE ON "MemberEvent" FOR EACH ROW EXECUTE FUNCTION goes_with_import();
CREATE TRIGGER "consent_append_only" BEFORE UPDATE OR DELETE ON "Consent" FOR EACH ROW EXECUTE FUNCTION goes_with_import();

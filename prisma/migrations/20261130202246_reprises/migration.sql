-- CreateEnum
CREATE TYPE "RepriseState" AS ENUM ('PROPOSED', 'SIGNED', 'REFUSED', 'WITHDRAWN');

-- AlterTable
ALTER TABLE "Association" ADD COLUMN     "installedOn" DATE;

-- AlterTable
ALTER TABLE "Mandate" ADD COLUMN     "repriseId" UUID,
ADD COLUMN     "takenOver" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "MemberEvent" ADD COLUMN     "repriseId" UUID,
ADD COLUMN     "takenOver" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Reprise" (
    "id" UUID NOT NULL,
    "state" "RepriseState" NOT NULL DEFAULT 'PROPOSED',
    "facts" JSONB NOT NULL,
    "factsHash" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "decidedOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedBy" UUID NOT NULL,
    "proposerName" TEXT NOT NULL,
    "proposerOffice" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "signedBy" UUID,
    "signerName" TEXT,
    "signerOffice" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "refusal" TEXT,

    CONSTRAINT "Reprise_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Reprise_state_proposedAt_idx" ON "Reprise"("state", "proposedAt");

-- CreateIndex
CREATE INDEX "MemberEvent_repriseId_idx" ON "MemberEvent"("repriseId");

-- Two different people sign; what was proposed is never rewritten, what is over stays over.
ALTER TABLE "Reprise" ADD CONSTRAINT "reprise_signed_by_another" CHECK ("signedBy" <> "proposedBy");
ALTER TABLE "Reprise" ADD CONSTRAINT "reprise_signed_or_not" CHECK (("state" = 'SIGNED') = ("signedBy" IS NOT NULL));

-- The facts of one that is over may be emptied, never altered: they tell who a member is, and that is erased in time.
CREATE FUNCTION reprise_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE later text[] := ARRAY['state', 'signedBy', 'signerName', 'signerOffice', 'closedAt', 'refusal'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."state" <> 'PROPOSED' AND NEW."facts" = '[]'::jsonb
     AND to_jsonb(NEW) - 'facts' = to_jsonb(OLD) - 'facts' THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' OR OLD."state" <> 'PROPOSED' OR to_jsonb(NEW) - later <> to_jsonb(OLD) - later THEN
    RAISE EXCEPTION 'a reprise is not rewritten' USING ERRCODE = 'P0A01';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reprise_stays BEFORE UPDATE OR DELETE ON "Reprise" FOR EACH ROW EXECUTE FUNCTION reprise_stays();

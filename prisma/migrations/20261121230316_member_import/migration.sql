-- DropIndex
DROP INDEX "Member_category_idx";

-- CreateTable
CREATE TABLE "MemberImport" (
    "id" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "bytes" BYTEA,
    "defaultCategory" TEXT,
    "defaultAdmitted" DATE,
    "createdBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "appliedAt" TIMESTAMPTZ(3),
    "summary" JSONB,

    CONSTRAINT "MemberImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Member_category_sortName_id_idx" ON "Member"("category", "sortName", "id");

-- A legal person is entered once: its identifiers are its own (a natural person may share those of a practice).
CREATE UNIQUE INDEX "member_body_siret" ON "Member" ("siret") WHERE "kind" = 'BODY';
CREATE UNIQUE INDEX "member_body_finess" ON "Member" ("finess") WHERE "kind" = 'BODY';
CREATE UNIQUE INDEX "member_body_rna" ON "Member" ("rna") WHERE "kind" = 'BODY';
-- One legal representative at a time.
CREATE UNIQUE INDEX "representative_one_legal" ON "Representative" ("memberId") WHERE "kind" = 'LEGAL' AND "until" IS NULL;

-- The rare states of the member list, in its order.
CREATE INDEX "member_left" ON "Member" ("sortName", "id") WHERE "leftOn" IS NOT NULL;
CREATE INDEX "member_suspended" ON "Member" ("sortName", "id") WHERE "suspendedFrom" IS NOT NULL;
CREATE INDEX "member_without_consent" ON "Member" ("sortName", "id") WHERE "convocationConsentOn" IS NULL AND "leftOn" IS NULL;
CREATE INDEX "member_body" ON "Member" ("sortName", "id") WHERE "kind" = 'BODY';
CREATE INDEX "member_email" ON "Member" (lower("email"));

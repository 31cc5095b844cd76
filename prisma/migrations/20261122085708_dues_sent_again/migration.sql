-- A message that did not arrive may leave again by mail, and that mail may fail in its turn: what goes in the place of a
-- message answers one mail that failed, no longer one step.
ALTER TABLE "DuesRepost" ADD COLUMN "failedMailId" UUID, ADD COLUMN "mailId" UUID;

-- Those known so far answered the mail of their step.
ALTER TABLE "DuesRepost" DISABLE TRIGGER duesrepost_append_only;
UPDATE "DuesRepost" q SET "failedMailId" = s."mailId"
  FROM "DuesStep" s WHERE s."duesId" = q."duesId" AND s.stage = q.stage;
ALTER TABLE "DuesRepost" ENABLE TRIGGER duesrepost_append_only;
ALTER TABLE "DuesRepost" ALTER COLUMN "failedMailId" SET NOT NULL;

-- DropIndex
DROP INDEX "DuesRepost_duesId_stage_key";

-- CreateIndex
CREATE UNIQUE INDEX "DuesRepost_failedMailId_key" ON "DuesRepost"("failedMailId");

-- CreateIndex
CREATE UNIQUE INDEX "DuesRepost_mailId_key" ON "DuesRepost"("mailId");

-- CreateIndex
CREATE INDEX "DuesRepost_duesId_stage_idx" ON "DuesRepost"("duesId", "stage");

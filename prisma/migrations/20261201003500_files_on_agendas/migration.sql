-- The file on which a resolution decides, read from its effect by PostgreSQL itself: it cannot say another, and the file exists.
ALTER TABLE "Resolution"
  ADD COLUMN "caseId" UUID GENERATED ALWAYS AS (("effect" ->> 'caseId')::uuid) STORED,
  ADD COLUMN "applicationId" UUID GENERATED ALWAYS AS (("effect" ->> 'applicationId')::uuid) STORED,
  ADD COLUMN "duesId" UUID GENERATED ALWAYS AS (("effect" ->> 'duesId')::uuid) STORED;

ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "DisciplinaryCase"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_duesId_fkey" FOREIGN KEY ("duesId") REFERENCES "Dues"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

CREATE INDEX "Resolution_caseId_idx" ON "Resolution"("caseId");
CREATE INDEX "Resolution_applicationId_idx" ON "Resolution"("applicationId");
CREATE INDEX "Resolution_duesId_idx" ON "Resolution"("duesId");

-- A file stands once on an agenda, as long as it is to be voted; the second turn of a ballot is not another.
CREATE UNIQUE INDEX "Resolution_file_once" ON "Resolution" ("meetingId", ("effect" ->> 'kind'), COALESCE("caseId", "applicationId", "duesId"))
  WHERE "state" IN ('PENDING', 'ONLINE', 'OPEN') AND "repeatsId" IS NULL AND COALESCE("caseId", "applicationId", "duesId") IS NOT NULL;

-- The point that gathers such files is known by this, no longer by its title.
ALTER TABLE "AgendaItem" ADD COLUMN "gathers" TEXT;
UPDATE "AgendaItem" SET "gathers" = f."kind"
  FROM (SELECT DISTINCT ON (i."meetingId", g."kind") i."id", g."kind"
          FROM "AgendaItem" i
          JOIN (VALUES ('Radiation pour défaut de paiement', 'remove-member'), ('Candidatures', 'admit-active')) AS g("title", "kind")
            ON g."title" = i."title"
         WHERE i."kind" = 'VOTE'
         ORDER BY i."meetingId", g."kind", i."position") f
 WHERE "AgendaItem"."id" = f."id";
CREATE UNIQUE INDEX "AgendaItem_meetingId_gathers_key" ON "AgendaItem"("meetingId", "gathers");

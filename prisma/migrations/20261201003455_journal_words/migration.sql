-- AlterTable
ALTER TABLE "Association" ADD COLUMN     "seededAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "StripeReconciliation" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StripeReconciliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListedRemoval" (
    "meetingId" UUID NOT NULL,
    "duesId" UUID NOT NULL,
    "listedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ListedRemoval_pkey" PRIMARY KEY ("meetingId","duesId")
);

-- AddForeignKey
ALTER TABLE "ListedRemoval" ADD CONSTRAINT "ListedRemoval_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListedRemoval" ADD CONSTRAINT "ListedRemoval_duesId_fkey" FOREIGN KEY ("duesId") REFERENCES "Dues"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The journal names what an act is about by its table, and one act by one word.
ALTER TABLE "JournalEntry" DISABLE TRIGGER USER;
UPDATE "JournalEntry" SET "subject" = CASE "subject" WHEN 'case' THEN 'DisciplinaryCase' ELSE initcap("subject") END
 WHERE "subject" IN ('case', 'delegation', 'mandate', 'meeting', 'minutes', 'staff');
UPDATE "JournalEntry" SET "act" = 'delegation.given' WHERE "act" = 'delegation.granted';
ALTER TABLE "JournalEntry" ENABLE TRIGGER USER;
ALTER TABLE "JournalEntry" ADD CONSTRAINT "journal_subject_is_a_table" CHECK ("subject" ~ '^[A-Z][A-Za-z]+$');

-- What was read from the journal stands in its own place.
INSERT INTO "ListedRemoval" ("meetingId", "duesId", "listedAt")
SELECT m."id", d."id", min(j."at") FROM "JournalEntry" j
  JOIN "Dues" d ON d."id"::text = j."subjectId" JOIN "Meeting" m ON m."id"::text = j."details" ->> 'meetingId'
 WHERE j."act" = 'removal.listed' GROUP BY m."id", d."id";
INSERT INTO "StripeReconciliation" ("at") SELECT "at" FROM "JournalEntry" WHERE "act" = 'stripe.reconciled' ORDER BY "id";
UPDATE "Association" SET "seededAt" = (SELECT max("at") FROM "JournalEntry" WHERE "act" = 'demo.seeded');

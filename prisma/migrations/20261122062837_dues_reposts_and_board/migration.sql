-- CreateTable
CREATE TABLE "DuesRepost" (
    "id" UUID NOT NULL,
    "duesId" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byAccount" UUID NOT NULL,

    CONSTRAINT "DuesRepost_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DuesRepost_duesId_stage_key" ON "DuesRepost"("duesId", "stage");

-- AddForeignKey
ALTER TABLE "DuesRepost" ADD CONSTRAINT "DuesRepost_duesId_fkey" FOREIGN KEY ("duesId") REFERENCES "Dues"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 6.4-b: proof that a message was posted again is never edited.
CREATE TRIGGER duesrepost_append_only BEFORE UPDATE OR DELETE ON "DuesRepost" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER duesrepost_no_truncate BEFORE TRUNCATE ON "DuesRepost" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Messages that did not arrive are few: the steps that they were are found from them.
CREATE INDEX "mail_undelivered" ON "Mail" ("id") WHERE "state" IN ('REFUSED', 'BOUNCED');
CREATE INDEX "dues_step_mail" ON "DuesStep" ("mailId") WHERE "mailId" IS NOT NULL;

-- The board: its page in order, what waits for a human, its sums read from the index alone.
CREATE INDEX "dues_open_board" ON "Dues" ("periodId", "stageRank", "id") WHERE "closedAs" IS NULL;
CREATE INDEX "dues_open_rank" ON "Dues" ("stageRank", "stageOn", "id") WHERE "closedAs" IS NULL;
CREATE INDEX "dues_board_sums" ON "Dues"("periodId", "closedAs", "stageRank", "amountCents", "paidCents");

-- AlterTable
ALTER TABLE "BankStatement" ADD COLUMN     "account" TEXT,
ADD COLUMN     "answers" JSONB,
ADD COLUMN     "endsOn" DATE,
ADD COLUMN     "form" TEXT,
ADD COLUMN     "headerKey" TEXT,
ADD COLUMN     "refused" JSONB,
ADD COLUMN     "startsOn" DATE,
ADD COLUMN     "summary" JSONB,
ADD COLUMN     "undoneAt" TIMESTAMPTZ(3),
ADD COLUMN     "undoneBy" UUID;

-- CreateTable
CREATE TABLE "StatementDraft" (
    "id" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "bytes" BYTEA,
    "answers" JSONB NOT NULL,
    "createdBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "statementId" UUID,

    CONSTRAINT "StatementDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankLineSeen" (
    "statementId" UUID NOT NULL,
    "lineId" UUID NOT NULL,

    CONSTRAINT "BankLineSeen_pkey" PRIMARY KEY ("statementId","lineId")
);

-- CreateIndex
CREATE UNIQUE INDEX "StatementDraft_statementId_key" ON "StatementDraft"("statementId");

-- CreateIndex
CREATE INDEX "BankLineSeen_lineId_idx" ON "BankLineSeen"("lineId");

-- CreateIndex
CREATE INDEX "BankLine_on_amountCents_idx" ON "BankLine"("on", "amountCents");

-- CreateIndex
CREATE INDEX "BankStatement_headerKey_idx" ON "BankStatement"("headerKey");

-- AddForeignKey
ALTER TABLE "BankLineSeen" ADD CONSTRAINT "BankLineSeen_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "BankStatement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankLineSeen" ADD CONSTRAINT "BankLineSeen_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "BankLine"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Lines imported before stand in the statement that brought them.
INSERT INTO "BankLineSeen" ("statementId", "lineId") SELECT "statementId", "id" FROM "BankLine";

-- CreateEnum
CREATE TYPE "ReturnedState" AS ENUM ('WAITING', 'FAILED', 'NO_EFFECT');

-- CreateTable
CREATE TABLE "ReturnedMail" (
    "id" UUID NOT NULL,
    "sourceHash" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL,
    "mailId" UUID,
    "state" "ReturnedState" NOT NULL DEFAULT 'WAITING',
    "foundAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" UUID,

    CONSTRAINT "ReturnedMail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReturnedMail_sourceHash_key" ON "ReturnedMail"("sourceHash");

-- CreateIndex
CREATE INDEX "ReturnedMail_state_foundAt_idx" ON "ReturnedMail"("state", "foundAt");

-- CreateIndex
CREATE INDEX "ReturnedMail_mailId_idx" ON "ReturnedMail"("mailId");

-- AddForeignKey
ALTER TABLE "ReturnedMail" ADD CONSTRAINT "ReturnedMail_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

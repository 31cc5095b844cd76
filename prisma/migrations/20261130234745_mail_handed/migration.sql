-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "handedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "StripePayout" ADD COLUMN     "unlisted" BOOLEAN NOT NULL DEFAULT false;

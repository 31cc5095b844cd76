-- AlterTable
ALTER TABLE "DisciplinaryCase" ADD COLUMN     "appealTold" JSONB;

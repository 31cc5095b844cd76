-- AlterEnum
ALTER TYPE "CaseKind" ADD VALUE 'SUSPENSION';

-- AlterTable
ALTER TABLE "DisciplinaryCase" ADD COLUMN     "suspendUntil" DATE;

-- CreateEnum
CREATE TYPE "AppealOutcome" AS ENUM ('ANNULLED', 'UPHELD');

-- AlterTable
ALTER TABLE "DisciplinaryCase" ADD COLUMN     "appealDecidedOn" DATE,
ADD COLUMN     "appealOutcome" "AppealOutcome",
ADD COLUMN     "appealResolutionId" UUID,
ADD COLUMN     "appealText" TEXT,
ADD COLUMN     "appealWay" TEXT;

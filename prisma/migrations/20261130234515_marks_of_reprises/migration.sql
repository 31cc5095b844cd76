-- AlterTable
ALTER TABLE "Delegation" ADD COLUMN     "repriseId" UUID;

-- AlterTable
ALTER TABLE "InternalRules" ADD COLUMN     "repriseId" UUID,
ADD COLUMN     "resolutionId" UUID;

-- AlterTable
ALTER TABLE "Representative" ADD COLUMN     "repriseId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "InternalRules_resolutionId_key" ON "InternalRules"("resolutionId");

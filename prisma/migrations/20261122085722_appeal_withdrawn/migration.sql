-- AlterEnum
ALTER TYPE "AppealOutcome" ADD VALUE 'WITHDRAWN';

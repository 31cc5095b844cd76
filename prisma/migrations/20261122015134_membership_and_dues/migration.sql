-- CreateEnum
CREATE TYPE "LateJoiners" AS ENUM ('FULL', 'HALF_FROM_JULY', 'NEXT_YEAR');

-- CreateEnum
CREATE TYPE "DuesClosing" AS ENUM ('SETTLED', 'REMOVED', 'KEPT', 'LEFT');

-- CreateEnum
CREATE TYPE "PaymentMethod" AS ENUM ('CARD', 'SEPA_DEBIT', 'TRANSFER', 'CHEQUE', 'CASH');

-- CreateEnum
CREATE TYPE "PaymentState" AS ENUM ('OPEN', 'PROCESSING', 'PAID', 'FAILED', 'EXPIRED', 'CONTESTED', 'REFUNDED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "PaymentEntryKind" AS ENUM ('RECEIVED', 'REFUNDED', 'CONTESTED');

-- CreateEnum
CREATE TYPE "BankLineState" AS ENUM ('OPEN', 'MATCHED', 'IGNORED');

-- CreateEnum
CREATE TYPE "LetterChannel" AS ENUM ('POSTAL', 'ELECTRONIC');

-- CreateEnum
CREATE TYPE "ApplicationState" AS ENUM ('SUBMITTED', 'LISTED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "CaseKind" AS ENUM ('EXCLUSION', 'FOUNDER_LOSS');

-- CreateEnum
CREATE TYPE "CaseState" AS ENUM ('DRAFT', 'NOTIFIED', 'DEFERRED', 'EXCLUDED', 'KEPT', 'ABANDONED');

-- AlterTable
ALTER TABLE "Association" ADD COLUMN     "bic" TEXT,
ADD COLUMN     "iban" TEXT;

-- AlterTable
ALTER TABLE "Dues" ADD COLUMN     "closedAs" "DuesClosing",
ADD COLUMN     "closedOn" DATE,
ADD COLUMN     "dueOn" DATE,
ADD COLUMN     "nextOn" DATE,
ADD COLUMN     "openedOn" DATE,
ADD COLUMN     "paidCents" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reference" TEXT,
ADD COLUMN     "reopenedOn" DATE,
ADD COLUMN     "stage" TEXT,
ADD COLUMN     "stageOn" DATE,
ADD COLUMN     "stageRank" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "DuesPeriod" ADD COLUMN     "calledAt" TIMESTAMPTZ(3),
ADD COLUMN     "calledBy" UUID,
ADD COLUMN     "endsOn" DATE,
ADD COLUMN     "lateJoiners" "LateJoiners" NOT NULL DEFAULT 'FULL',
ADD COLUMN     "startsOn" DATE;

-- What was kept before this migration: years of the calendar, dues opened with their period.
UPDATE "DuesPeriod" SET "startsOn" = make_date("year", 1, 1), "endsOn" = make_date("year", 12, 31);
ALTER TABLE "DuesPeriod" ALTER COLUMN "startsOn" SET NOT NULL, ALTER COLUMN "endsOn" SET NOT NULL;
UPDATE "Dues" d SET "dueOn" = p."dueOn", "openedOn" = p."setOn", "reference" = 'C' || p."year" || '-' || lpad(m."number"::text, 5, '0')
  FROM "DuesPeriod" p, "Member" m WHERE p."id" = d."periodId" AND m."id" = d."memberId";
ALTER TABLE "Dues" ALTER COLUMN "dueOn" SET NOT NULL, ALTER COLUMN "openedOn" SET NOT NULL, ALTER COLUMN "reference" SET NOT NULL;

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "anonymisedOn" DATE,
ADD COLUMN     "contactErasedOn" DATE,
ADD COLUMN     "restrictedOn" DATE;

-- CreateTable
CREATE TABLE "DuesStep" (
    "id" UUID NOT NULL,
    "duesId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "message" BOOLEAN NOT NULL DEFAULT false,
    "takenOver" BOOLEAN NOT NULL DEFAULT false,
    "mailId" UUID,
    "letterId" UUID,
    "resolutionId" UUID,
    "runId" UUID,
    "byAccount" UUID,
    "ruling" JSONB NOT NULL,

    CONSTRAINT "DuesStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DuesRun" (
    "id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "summary" JSONB,

    CONSTRAINT "DuesRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" UUID NOT NULL,
    "method" "PaymentMethod" NOT NULL,
    "state" "PaymentState" NOT NULL,
    "payerName" TEXT NOT NULL,
    "payerMemberId" UUID,
    "expectedCents" INTEGER NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'eur',
    "receivedCents" INTEGER NOT NULL DEFAULT 0,
    "refundedCents" INTEGER NOT NULL DEFAULT 0,
    "contestedCents" INTEGER NOT NULL DEFAULT 0,
    "allocatedCents" INTEGER NOT NULL DEFAULT 0,
    "paidOn" DATE,
    "reference" TEXT,
    "chequeNumber" TEXT,
    "chequeBank" TEXT,
    "depositSlipId" UUID,
    "bankLineId" UUID,
    "checkoutId" TEXT,
    "checkoutUrl" TEXT,
    "checkoutExpires" TIMESTAMPTZ(3),
    "paymentIntentId" TEXT,
    "feeCents" INTEGER,
    "readings" INTEGER NOT NULL DEFAULT 0,
    "createdBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentLine" (
    "paymentId" UUID NOT NULL,
    "duesId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "refundFirst" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PaymentLine_pkey" PRIMARY KEY ("paymentId","duesId")
);

-- CreateTable
CREATE TABLE "PaymentEntry" (
    "id" BIGSERIAL NOT NULL,
    "paymentId" UUID NOT NULL,
    "kind" "PaymentEntryKind" NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "byAccount" UUID,

    CONSTRAINT "PaymentEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Allocation" (
    "id" BIGSERIAL NOT NULL,
    "paymentId" UUID NOT NULL,
    "duesId" UUID NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Receipt" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "paymentId" UUID NOT NULL,
    "duesId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "paidOn" DATE NOT NULL,
    "method" "PaymentMethod" NOT NULL,
    "facts" JSONB NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledOn" DATE,
    "cancelReason" TEXT,

    CONSTRAINT "Receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DepositSlip" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "depositedOn" DATE NOT NULL,
    "createdBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DepositSlip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankStatement" (
    "id" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "createdBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BankStatement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankLine" (
    "id" UUID NOT NULL,
    "statementId" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "label" TEXT NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "state" "BankLineState" NOT NULL DEFAULT 'OPEN',
    "note" TEXT,

    CONSTRAINT "BankLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StripeEvent" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "processedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "StripeEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StripeCustomer" (
    "accountId" UUID NOT NULL,
    "customerId" TEXT NOT NULL,

    CONSTRAINT "StripeCustomer_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "StripePayout" (
    "id" TEXT NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "arrivedOn" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "netCents" INTEGER NOT NULL,
    "unknownCents" INTEGER NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StripePayout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentIssue" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "paymentId" UUID,
    "details" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedBy" UUID,
    "resolution" TEXT,

    CONSTRAINT "PaymentIssue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisteredLetter" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "channel" "LetterChannel" NOT NULL,
    "body" JSONB NOT NULL,
    "documentId" UUID,
    "writtenOn" DATE NOT NULL,
    "writtenBy" UUID,
    "postalNumber" TEXT,
    "provider" TEXT,
    "depositedOn" DATE,
    "presentedOn" DATE,
    "receivedOn" DATE,
    "returnedOn" DATE,
    "returnReason" TEXT,
    "proofDocumentId" UUID,

    CONSTRAINT "RegisteredLetter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Explanation" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "letterId" UUID NOT NULL,
    "receivedOn" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "documentId" UUID,
    "recordedBy" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Explanation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InternalRules" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "approvedOn" DATE NOT NULL,
    "approvedBy" TEXT NOT NULL,
    "effectiveFrom" DATE NOT NULL,
    "documentId" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InternalRules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Application" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "state" "ApplicationState" NOT NULL DEFAULT 'SUBMITTED',
    "kind" "MemberKind" NOT NULL,
    "answers" JSONB NOT NULL,
    "label" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,
    "statutesId" UUID NOT NULL,
    "internalRulesId" UUID,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL,
    "mailConsent" BOOLEAN NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "resolutionId" UUID,
    "decidedOn" DATE,
    "memberId" UUID,
    "erasedOn" DATE,

    CONSTRAINT "Application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Resignation" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "receivedOn" DATE NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "documentId" UUID,
    "recordedBy" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Resignation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DisciplinaryCase" (
    "id" UUID NOT NULL,
    "kind" "CaseKind" NOT NULL,
    "state" "CaseState" NOT NULL DEFAULT 'DRAFT',
    "memberId" UUID NOT NULL,
    "facts" TEXT NOT NULL,
    "ruleBroken" TEXT NOT NULL,
    "sanction" TEXT NOT NULL,
    "openedBy" UUID,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "organ" TEXT NOT NULL,
    "organReason" TEXT,
    "hearingAt" TIMESTAMPTZ(3),
    "hearingPlace" TEXT,
    "heardOn" DATE,
    "hearingNotes" TEXT,
    "assistedBy" TEXT,
    "decidedOn" DATE,
    "decidedBy" UUID,
    "reasons" TEXT,
    "resolutionId" UUID,
    "ruling" JSONB,
    "appealedOn" DATE,

    CONSTRAINT "DisciplinaryCase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recusal" (
    "caseId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "recordedBy" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Recusal_pkey" PRIMARY KEY ("caseId","memberId")
);

-- CreateTable
CREATE TABLE "PersonalDataAccess" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "accountId" UUID NOT NULL,
    "memberId" UUID,
    "kind" TEXT NOT NULL,
    "details" JSONB,

    CONSTRAINT "PersonalDataAccess_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DuesStep_runId_idx" ON "DuesStep"("runId");

-- CreateIndex
CREATE UNIQUE INDEX "DuesStep_duesId_stage_key" ON "DuesStep"("duesId", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "DuesStep_duesId_rank_key" ON "DuesStep"("duesId", "rank");

-- CreateIndex
CREATE INDEX "DuesRun_startedAt_idx" ON "DuesRun"("startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_bankLineId_key" ON "Payment"("bankLineId");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_checkoutId_key" ON "Payment"("checkoutId");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_paymentIntentId_key" ON "Payment"("paymentIntentId");

-- CreateIndex
CREATE INDEX "Payment_createdAt_id_idx" ON "Payment"("createdAt", "id");

-- CreateIndex
CREATE INDEX "PaymentLine_duesId_idx" ON "PaymentLine"("duesId");

-- CreateIndex
CREATE INDEX "PaymentEntry_paymentId_idx" ON "PaymentEntry"("paymentId");

-- CreateIndex
CREATE INDEX "Allocation_paymentId_idx" ON "Allocation"("paymentId");

-- CreateIndex
CREATE INDEX "Allocation_duesId_idx" ON "Allocation"("duesId");

-- CreateIndex
CREATE UNIQUE INDEX "Receipt_number_key" ON "Receipt"("number");

-- CreateIndex
CREATE INDEX "Receipt_memberId_number_idx" ON "Receipt"("memberId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "DepositSlip_number_key" ON "DepositSlip"("number");

-- CreateIndex
CREATE UNIQUE INDEX "BankLine_fingerprint_key" ON "BankLine"("fingerprint");

-- CreateIndex
CREATE INDEX "BankLine_state_on_id_idx" ON "BankLine"("state", "on", "id");

-- CreateIndex
CREATE INDEX "StripeEvent_processedAt_receivedAt_idx" ON "StripeEvent"("processedAt", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "StripeCustomer_customerId_key" ON "StripeCustomer"("customerId");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentIssue_key_key" ON "PaymentIssue"("key");

-- CreateIndex
CREATE INDEX "PaymentIssue_resolvedAt_createdAt_idx" ON "PaymentIssue"("resolvedAt", "createdAt");

-- CreateIndex
CREATE INDEX "RegisteredLetter_depositedOn_id_idx" ON "RegisteredLetter"("depositedOn", "id");

-- CreateIndex
CREATE INDEX "RegisteredLetter_memberId_idx" ON "RegisteredLetter"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "RegisteredLetter_kind_subjectId_key" ON "RegisteredLetter"("kind", "subjectId");

-- CreateIndex
CREATE INDEX "Explanation_letterId_idx" ON "Explanation"("letterId");

-- CreateIndex
CREATE UNIQUE INDEX "InternalRules_version_key" ON "InternalRules"("version");

-- CreateIndex
CREATE UNIQUE INDEX "Application_reference_key" ON "Application"("reference");

-- CreateIndex
CREATE INDEX "Application_state_submittedAt_idx" ON "Application"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "Resignation_memberId_idx" ON "Resignation"("memberId");

-- CreateIndex
CREATE INDEX "DisciplinaryCase_memberId_idx" ON "DisciplinaryCase"("memberId");

-- CreateIndex
CREATE INDEX "PersonalDataAccess_memberId_id_idx" ON "PersonalDataAccess"("memberId", "id");

-- CreateIndex
CREATE INDEX "PersonalDataAccess_accountId_id_idx" ON "PersonalDataAccess"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Dues_reference_key" ON "Dues"("reference");

-- CreateIndex
CREATE INDEX "Dues_nextOn_idx" ON "Dues"("nextOn");

-- CreateIndex
CREATE INDEX "Dues_periodId_stageRank_id_idx" ON "Dues"("periodId", "stageRank", "id");

-- AddForeignKey
ALTER TABLE "DuesStep" ADD CONSTRAINT "DuesStep_duesId_fkey" FOREIGN KEY ("duesId") REFERENCES "Dues"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_depositSlipId_fkey" FOREIGN KEY ("depositSlipId") REFERENCES "DepositSlip"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_bankLineId_fkey" FOREIGN KEY ("bankLineId") REFERENCES "BankLine"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentLine" ADD CONSTRAINT "PaymentLine_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentLine" ADD CONSTRAINT "PaymentLine_duesId_fkey" FOREIGN KEY ("duesId") REFERENCES "Dues"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentEntry" ADD CONSTRAINT "PaymentEntry_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_duesId_fkey" FOREIGN KEY ("duesId") REFERENCES "Dues"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_duesId_fkey" FOREIGN KEY ("duesId") REFERENCES "Dues"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankLine" ADD CONSTRAINT "BankLine_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "BankStatement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisteredLetter" ADD CONSTRAINT "RegisteredLetter_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "DisciplinaryCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── what was paid before: one payment taken over for each dues settled ───────────────
INSERT INTO "Payment" ("id", "method", "state", "payerName", "payerMemberId", "expectedCents", "receivedCents", "allocatedCents", "paidOn", "reference", "createdAt")
  SELECT d."id", 'TRANSFER', 'PAID', m."label", m."id", d."amountCents", d."amountCents", d."amountCents", d."settledOn", 'reprise', now()
    FROM "Dues" d JOIN "Member" m ON m."id" = d."memberId" WHERE d."settledOn" IS NOT NULL AND d."amountCents" > 0;
INSERT INTO "PaymentLine" ("paymentId", "duesId", "position", "amountCents") SELECT p."id", p."id", 1, p."expectedCents" FROM "Payment" p;
INSERT INTO "PaymentEntry" ("paymentId", "kind", "amountCents", "on", "at", "source") SELECT p."id", 'RECEIVED', p."receivedCents", p."paidOn", now(), 'takeover' FROM "Payment" p;
INSERT INTO "Allocation" ("paymentId", "duesId", "amountCents", "on", "at") SELECT p."id", p."id", p."allocatedCents", p."paidOn", now() FROM "Payment" p;
UPDATE "Dues" SET "paidCents" = "amountCents", "closedAs" = 'SETTLED', "closedOn" = "settledOn" WHERE "settledOn" IS NOT NULL;

-- ── sums and steps that the database itself holds ───────────────────────────────────
ALTER TABLE "Dues" ADD CONSTRAINT "dues_paid_within" CHECK ("paidCents" BETWEEN 0 AND "amountCents");
ALTER TABLE "Dues" ADD CONSTRAINT "dues_settled_when_paid" CHECK (("settledOn" IS NOT NULL) = ("paidCents" = "amountCents"));
ALTER TABLE "Payment" ADD CONSTRAINT "payment_sums" CHECK ("receivedCents" >= 0 AND "refundedCents" >= 0 AND "contestedCents" >= 0 AND "allocatedCents" >= 0);
ALTER TABLE "PaymentLine" ADD CONSTRAINT "line_positive" CHECK ("amountCents" > 0);
ALTER TABLE "BankLine" ADD CONSTRAINT "bank_line_positive" CHECK ("amountCents" > 0);

-- One message of the procedure a day and a member, whatever the runs.
CREATE UNIQUE INDEX "dues_step_one_message_a_day" ON "DuesStep" ("memberId", "on") WHERE "message";
-- One receipt alive for what a payment gave to a dues.
CREATE UNIQUE INDEX "receipt_one_alive" ON "Receipt" ("paymentId", "duesId") WHERE "cancelledOn" IS NULL;
-- One open case of a kind and a member; one application waiting for an address.
CREATE UNIQUE INDEX "case_one_open" ON "DisciplinaryCase" ("memberId", "kind") WHERE "state" IN ('DRAFT', 'NOTIFIED', 'DEFERRED');
CREATE UNIQUE INDEX "application_one_waiting" ON "Application" (lower("email"), "kind", "label") WHERE "state" IN ('SUBMITTED', 'LISTED');
-- A dues is opened and not over: what the board and the nightly run look at.
CREATE INDEX "dues_open_next" ON "Dues" ("nextOn", "id") WHERE "closedAs" IS NULL;

-- 6.4-b: a step never comes before one already taken. A plan kept from the days when the table was empty would read it all.
CREATE FUNCTION dues_step_in_order() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  PERFORM 1 FROM "Dues" WHERE "id" = NEW."duesId" FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM "DuesStep" s WHERE s."duesId" = NEW."duesId" AND s."rank" >= NEW."rank") THEN
    RAISE EXCEPTION 'a step of the procedure comes after the others' USING ERRCODE = 'P0A05';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER dues_step_in_order BEFORE INSERT ON "DuesStep" FOR EACH ROW EXECUTE FUNCTION dues_step_in_order();

-- When a transaction ends, no payment has given more than what is left of it.
CREATE FUNCTION payment_not_overdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Payment" p WHERE p."id" = NEW."id"
              AND p."allocatedCents" > greatest(0, p."receivedCents" - p."refundedCents" - p."contestedCents")) THEN
    RAISE EXCEPTION 'a payment gives no more than it has' USING ERRCODE = 'P0A06';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER payment_not_overdrawn AFTER INSERT OR UPDATE ON "Payment" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION payment_not_overdrawn();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['DuesStep', 'PaymentEntry', 'Allocation', 'PersonalDataAccess'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', lower(t) || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', lower(t) || '_no_truncate', t);
  END LOOP;
END $$;

-- A receipt keeps its number, its sum and its words; it can only be cancelled, once.
CREATE FUNCTION receipt_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."cancelledOn" IS NOT NULL
     OR to_jsonb(NEW) - 'cancelledOn' - 'cancelReason' - 'facts' <> to_jsonb(OLD) - 'cancelledOn' - 'cancelReason' - 'facts' THEN
    RAISE EXCEPTION 'a receipt is not rewritten' USING ERRCODE = 'P0A01';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER receipt_stays BEFORE UPDATE OR DELETE ON "Receipt" FOR EACH ROW EXECUTE FUNCTION receipt_stays();

-- The bytes of a file stay as they are while a document names them; those that none names any more may be erased.
DROP TRIGGER blob_append_only ON "Blob";
CREATE FUNCTION blob_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM "Document" d WHERE d."sha256" = OLD."sha256") THEN
    RAISE EXCEPTION 'a file that is kept does not change' USING ERRCODE = 'P0A01';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER blob_stays BEFORE UPDATE OR DELETE ON "Blob" FOR EACH ROW EXECUTE FUNCTION blob_stays();

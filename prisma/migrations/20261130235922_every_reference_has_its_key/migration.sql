-- Every reference has its foreign key. `restrict`: what is cited is not deleted. `set null`: a point taken off an agenda in
-- preparation takes its listing with it, and a message outlives the account that an undone import takes back. References kept
-- without a key, and why: test/platform/references.test.ts.

ALTER TABLE "ConvocationNotice" DROP CONSTRAINT "ConvocationNotice_mailId_fkey";
ALTER TABLE "Document" DROP CONSTRAINT "Document_agendaItemId_fkey";
ALTER TABLE "Document" DROP CONSTRAINT "Document_meetingId_fkey";
ALTER TABLE "Meeting" DROP CONSTRAINT "Meeting_precedingId_fkey";
ALTER TABLE "Member" DROP CONSTRAINT "Member_accountId_fkey";
ALTER TABLE "Minutes" DROP CONSTRAINT "Minutes_correctsId_fkey";
ALTER TABLE "Payment" DROP CONSTRAINT "Payment_bankLineId_fkey";
ALTER TABLE "Payment" DROP CONSTRAINT "Payment_depositSlipId_fkey";
ALTER TABLE "Representative" DROP CONSTRAINT "Representative_accountId_fkey";
ALTER TABLE "Resolution" DROP CONSTRAINT "Resolution_repeatsId_fkey";

-- CreateTable
CREATE TABLE "OrphanReference" (
    "id" BIGSERIAL NOT NULL,
    "table" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "row" JSONB NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OrphanReference_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Consent_recordedById_idx" ON "Consent"("recordedById");

-- CreateIndex
CREATE INDEX "JournalEntry_doneById_idx" ON "JournalEntry"("doneById");

-- CreateIndex
CREATE INDEX "Mail_accountId_idx" ON "Mail"("accountId");

-- CreateIndex
CREATE INDEX "MemberEvent_recordedById_idx" ON "MemberEvent"("recordedById");

-- On a database in use: the key is laid for what comes, then what is there is looked at. A reference to nothing is kept aside
-- with its row and emptied; where it may not be empty nothing is applied, and the counts are said.
CREATE FUNCTION pg_temp.lay_key(p_table text, p_column text, p_target text, p_action text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE v_count bigint; v_nullable boolean;
BEGIN
  EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (%I) REFERENCES %I ("id") ON DELETE %s ON UPDATE CASCADE NOT VALID',
    p_table, p_table || '_' || p_column || '_fkey', p_column, p_target, p_action);
  EXECUTE format('SELECT count(*) FROM %1$I x WHERE x.%2$I IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %3$I y WHERE y."id" = x.%2$I)',
    p_table, p_column, p_target) INTO v_count;
  IF v_count = 0 THEN RETURN 0; END IF;
  SELECT NOT attnotnull INTO v_nullable FROM pg_attribute
   WHERE attrelid = format('%I', p_table)::regclass AND attname = p_column;
  IF NOT v_nullable THEN RETURN v_count; END IF;
  BEGIN
    EXECUTE format('INSERT INTO "OrphanReference" ("table", "column", "row")
      SELECT %1$L, %2$L, to_jsonb(x) FROM %1$I x WHERE x.%2$I IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %3$I y WHERE y."id" = x.%2$I)',
      p_table, p_column, p_target);
    EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER', p_table);
    EXECUTE format('UPDATE %1$I x SET %2$I = NULL WHERE x.%2$I IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %3$I y WHERE y."id" = x.%2$I)',
      p_table, p_column, p_target);
    EXECUTE format('ALTER TABLE %I ENABLE TRIGGER USER', p_table);
  EXCEPTION WHEN check_violation THEN RETURN v_count;
  END;
  RAISE WARNING 'références à rien, gardées à part dans « OrphanReference » : %.% (%)', p_table, p_column, v_count;
  RETURN 0;
END $$;

DO $$
DECLARE v_key record; v_count bigint; v_refused text[] := '{}';
BEGIN
  FOR v_key IN SELECT split_part(pair, '.', 1) AS "table", split_part(pair, '.', 2) AS "column", target, action FROM (VALUES
    ('Account', 'RESTRICT', 'AttendanceEvent.recordedById, BankStatement.createdById, BankStatement.undoneById, Consent.recordedById,
      Convocation.sentById, ConvocationNotice.postedById, DepositSlip.createdById, DisciplinaryCase.decidedById,
      DisciplinaryCase.openedById, Document.uploadedById, DuesPeriod.calledById, DuesRepost.recordedById,
      DuesStep.recordedById, Explanation.recordedById, Incident.recordedById, JournalEntry.doneById,
      Meeting.createdById, Meeting.secretaryAccountId, MeetingAnswer.recordedById, Member.accountId,
      MemberEvent.recordedById, MemberImport.createdById, Minutes.fixedById, MinutesDraft.createdById,
      MinutesSignature.signedById, Payment.createdById, PaymentEntry.recordedById, PaymentIssue.resolvedById,
      PersonalDataAccess.seenById, Proxy.recordedById, Recusal.recordedById, RegisteredLetter.writtenById,
      Representative.accountId, Reprise.proposedById, Reprise.signedById, Resignation.recordedById,
      ReturnedMail.decidedById, Slip.castById, StatementDraft.createdById, StripeCustomer.accountId'),
    ('Member', 'RESTRICT', 'Application.memberId, DisciplinaryCase.memberId, Document.memberId, DuesStep.memberId, Explanation.memberId,
      Meeting.chairMemberId, Payment.payerMemberId, Receipt.memberId, Recusal.memberId, Resignation.memberId,
      Slip.memberId, Slip.voterId'),
    ('Meeting', 'RESTRICT', 'Document.meetingId, Mail.meetingId, Meeting.precedingId'),
    ('AgendaItem', 'RESTRICT', 'Document.agendaItemId'),
    ('Resolution', 'RESTRICT', 'DuesPeriod.resolutionId, DuesStep.resolutionId, InternalRules.resolutionId, Mandate.resolutionId, MemberEvent.resolutionId,
      Paper.resolutionId, Resolution.repeatsId, SealedVote.resolutionId'),
    ('Document', 'RESTRICT', 'Explanation.documentId, InternalRules.documentId, Minutes.pdfDocumentId, Proxy.scanDocumentId,
      RegisteredLetter.documentId, RegisteredLetter.proofDocumentId, Representative.mandateDocumentId,
      Resignation.documentId'),
    ('Mail', 'RESTRICT', 'ConvocationNotice.mailId, DuesRepost.failedMailId, DuesRepost.mailId, DuesStep.mailId'),
    ('RegisteredLetter', 'RESTRICT', 'Explanation.letterId'),
    ('Reprise', 'RESTRICT', 'Delegation.repriseId, InternalRules.repriseId, Mandate.repriseId, MemberEvent.repriseId, Representative.repriseId'),
    ('StatutesVersion', 'RESTRICT', 'Application.statutesId'),
    ('InternalRules', 'RESTRICT', 'Application.internalRulesId'),
    ('BankStatement', 'RESTRICT', 'StatementDraft.statementId'),
    ('BankLine', 'RESTRICT', 'Payment.bankLineId'),
    ('DepositSlip', 'RESTRICT', 'Payment.depositSlipId'),
    ('Payment', 'RESTRICT', 'PaymentIssue.paymentId'),
    ('DuesRun', 'RESTRICT', 'DuesStep.runId'),
    ('Minutes', 'RESTRICT', 'Minutes.correctsId'),
    ('Account', 'SET NULL', 'Mail.accountId'),
    ('Resolution', 'SET NULL', 'Application.resolutionId, DisciplinaryCase.appealResolutionId, DisciplinaryCase.resolutionId')
  ) keys(target, action, pairs), regexp_split_to_table(pairs, ',\s*') pair LOOP
    v_count := pg_temp.lay_key(v_key."table", v_key."column", v_key.target, v_key.action);
    IF v_count > 0 THEN v_refused := v_refused || format('%s.%s (%s)', v_key."table", v_key."column", v_count); END IF;
  END LOOP;
  IF v_refused <> '{}' THEN
    RAISE EXCEPTION 'des lignes citent ce qui n’existe pas, et ne se lisent pas sans : %', array_to_string(v_refused, ', ');
  END IF;
  FOR v_key IN SELECT conrelid::regclass AS "table", conname FROM pg_constraint WHERE contype = 'f' AND NOT convalidated LOOP
    EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', v_key."table", v_key.conname);
  END LOOP;
END $$;

-- What `set null` took away when a point left an agenda, the same resolution put back gives again.
CREATE FUNCTION resolution_put_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Application" SET "resolutionId" = NEW."id"
   WHERE "id"::text = NEW."effect" ->> 'applicationId' AND "state" = 'LISTED' AND "resolutionId" IS NULL;
  IF NEW."effect" ->> 'kind' = 'annul-exclusion' THEN
    UPDATE "DisciplinaryCase" SET "appealResolutionId" = NEW."id"
     WHERE "id"::text = NEW."effect" ->> 'caseId' AND "appealedOn" IS NOT NULL AND "appealOutcome" IS NULL AND "appealResolutionId" IS NULL;
  ELSE
    UPDATE "DisciplinaryCase" SET "resolutionId" = NEW."id"
     WHERE "id"::text = NEW."effect" ->> 'caseId' AND "state" = 'DEFERRED' AND "resolutionId" IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER resolution_put_back AFTER INSERT ON "Resolution" FOR EACH ROW
  WHEN (NEW."effect" ?| ARRAY['applicationId', 'caseId']) EXECUTE FUNCTION resolution_put_back();

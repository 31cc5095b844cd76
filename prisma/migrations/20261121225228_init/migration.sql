CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "MemberKind" AS ENUM ('PERSON', 'BODY');

-- CreateEnum
CREATE TYPE "RepresentativeKind" AS ENUM ('LEGAL', 'SUBSTITUTE');

-- CreateEnum
CREATE TYPE "MemberEventKind" AS ENUM ('ADMITTED', 'CATEGORY_CHANGED', 'SUSPENDED', 'REINSTATED', 'RESIGNED', 'EXCLUDED', 'REMOVED', 'DECEASED', 'DISSOLVED');

-- CreateEnum
CREATE TYPE "ConsentKind" AS ENUM ('CONVOCATION', 'REGISTERED_LETTER');

-- CreateEnum
CREATE TYPE "DelegationKind" AS ENUM ('DELEGATION', 'REPLACEMENT');

-- CreateEnum
CREATE TYPE "Body" AS ENUM ('bureau', 'ago', 'age');

-- CreateEnum
CREATE TYPE "MeetingState" AS ENUM ('DRAFT', 'CONVENED', 'OPEN', 'CLOSED', 'NO_QUORUM', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ItemKind" AS ENUM ('INFORMATION', 'DISCUSSION', 'VOTE');

-- CreateEnum
CREATE TYPE "ResolutionKind" AS ENUM ('RESOLUTION', 'UNANIMITY');

-- CreateEnum
CREATE TYPE "ResolutionState" AS ENUM ('PENDING', 'ONLINE', 'OPEN', 'ADOPTED', 'REJECTED', 'INVALID', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "BallotMode" AS ENUM ('ELECTRONIC', 'HANDS', 'PAPER');

-- CreateEnum
CREATE TYPE "ConvocationKind" AS ENUM ('CONVOCATION', 'CORRECTION', 'CANCELLATION');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('MAIL', 'LETTER');

-- CreateEnum
CREATE TYPE "ElectorateStage" AS ENUM ('CONVOCATION', 'OPENING');

-- CreateEnum
CREATE TYPE "AnswerKind" AS ENUM ('COMING', 'VIDEO', 'PROXY', 'ABSENT');

-- CreateEnum
CREATE TYPE "ProxyState" AS ENUM ('OFFERED', 'ACCEPTED', 'DECLINED', 'REVOKED', 'ENDED', 'REFUSED');

-- CreateEnum
CREATE TYPE "AttendanceKind" AS ENUM ('ARRIVED', 'LEFT');

-- CreateEnum
CREATE TYPE "AttendanceMode" AS ENUM ('IN_PERSON', 'VIDEO');

-- CreateEnum
CREATE TYPE "AttendanceMethod" AS ENUM ('DESK', 'PHONE', 'ONLINE');

-- CreateEnum
CREATE TYPE "Choice" AS ENUM ('FOR', 'AGAINST', 'BLANK', 'ABSTAIN');

-- CreateEnum
CREATE TYPE "MinutesKind" AS ENUM ('MINUTES', 'DEFAULT', 'CORRECTION');

-- CreateEnum
CREATE TYPE "MinutesState" AS ENUM ('SIGNING', 'SIGNED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('QUEUED', 'ACCEPTED', 'REFUSED', 'BOUNCED');

-- CreateTable
CREATE TABLE "Association" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "seatStreet" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "rna" TEXT,
    "siret" TEXT,
    "declaredOn" DATE,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Association_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatutesVersion" (
    "id" UUID NOT NULL,
    "effectiveFrom" DATE NOT NULL,
    "adoptedOn" DATE NOT NULL,
    "adoptedBy" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StatutesVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DemoClock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offsetSeconds" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DemoClock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "redirectTo" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "consumedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "authenticatedAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "MemberKind" NOT NULL,
    "civility" TEXT,
    "lastName" TEXT,
    "firstName" TEXT,
    "bornOn" DATE,
    "profession" TEXT,
    "rpps" TEXT,
    "legalName" TEXT,
    "legalForm" TEXT,
    "finess" TEXT,
    "siret" TEXT,
    "rna" TEXT,
    "sortName" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "street" TEXT,
    "postcode" TEXT,
    "town" TEXT,
    "convocationConsentOn" DATE,
    "registeredLetterConsentOn" DATE,
    "category" TEXT NOT NULL,
    "admittedOn" DATE NOT NULL,
    "leftOn" DATE,
    "suspendedFrom" DATE,
    "suspendedUntil" DATE,
    "accountId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Representative" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "accountId" UUID,
    "kind" "RepresentativeKind" NOT NULL,
    "civility" TEXT,
    "lastName" TEXT NOT NULL,
    "firstName" TEXT NOT NULL,
    "quality" TEXT NOT NULL,
    "bornOn" DATE,
    "email" TEXT,
    "phone" TEXT,
    "from" DATE NOT NULL,
    "until" DATE,
    "mandateOn" DATE,
    "mandateDocumentId" UUID,

    CONSTRAINT "Representative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemberEvent" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "MemberEventKind" NOT NULL,
    "on" DATE NOT NULL,
    "category" TEXT,
    "until" DATE,
    "reason" TEXT,
    "resolutionId" UUID,
    "recordedBy" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MemberEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "ConsentKind" NOT NULL,
    "given" BOOLEAN NOT NULL,
    "on" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "recordedBy" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Staff" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "Staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mandate" (
    "id" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "holderName" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "termEnd" DATE NOT NULL,
    "endedOn" DATE,
    "endReason" TEXT,
    "source" TEXT NOT NULL,
    "resolutionId" UUID,

    CONSTRAINT "Mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delegation" (
    "id" UUID NOT NULL,
    "kind" "DelegationKind" NOT NULL,
    "mandateId" UUID NOT NULL,
    "toAccountId" UUID NOT NULL,
    "toName" TEXT NOT NULL,
    "powers" TEXT[],
    "reason" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "revokedOn" DATE,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DuesPeriod" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "dueOn" DATE NOT NULL,
    "resolutionId" UUID,
    "setOn" DATE NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "DuesPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DuesRate" (
    "periodId" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "amountCents" INTEGER NOT NULL,

    CONSTRAINT "DuesRate_pkey" PRIMARY KEY ("periodId","category")
);

-- CreateTable
CREATE TABLE "Dues" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "settledOn" DATE,

    CONSTRAINT "Dues_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Blob" (
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "Blob_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "meetingId" UUID,
    "agendaItemId" UUID,
    "memberId" UUID,
    "openSince" TIMESTAMPTZ(3),
    "uploadedBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "body" "Body" NOT NULL,
    "session" INTEGER NOT NULL DEFAULT 1,
    "precedingId" UUID,
    "title" TEXT NOT NULL,
    "state" "MeetingState" NOT NULL DEFAULT 'DRAFT',
    "date" DATE NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "videoUrl" TEXT,
    "accountsOfYear" INTEGER,
    "statutesId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "convenedAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "chairName" TEXT,
    "chairMemberId" UUID,
    "chairQuality" TEXT,
    "secretaryName" TEXT,
    "secretaryId" UUID,
    "roomCode" TEXT,
    "openingQuorum" JSONB,
    "createdBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "ItemKind" NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Resolution" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "agendaItemId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "kind" "ResolutionKind" NOT NULL DEFAULT 'RESOLUTION',
    "among" TEXT[],
    "secret" BOOLEAN NOT NULL DEFAULT false,
    "effect" JSONB,
    "state" "ResolutionState" NOT NULL DEFAULT 'PENDING',
    "mode" "BallotMode",
    "onlineFrom" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "quorum" JSONB,
    "manualCount" JSONB,
    "outcome" JSONB,
    "repeatsId" UUID,

    CONSTRAINT "Resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Convocation" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" "ConvocationKind" NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "sentOn" DATE NOT NULL,
    "sentBy" UUID NOT NULL,
    "signerName" TEXT NOT NULL,
    "signerTitle" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "ruling" JSONB NOT NULL,
    "lateReason" TEXT,
    "note" TEXT,

    CONSTRAINT "Convocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConvocationNotice" (
    "id" UUID NOT NULL,
    "convocationId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "channel" "Channel" NOT NULL,
    "address" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "mailId" UUID,
    "postedOn" DATE,
    "postedBy" UUID,
    "postalNumber" TEXT,

    CONSTRAINT "ConvocationNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ElectorateEntry" (
    "meetingId" UUID NOT NULL,
    "stage" "ElectorateStage" NOT NULL,
    "memberId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "voices" INTEGER NOT NULL,
    "convened" BOOLEAN NOT NULL,
    "attends" BOOLEAN NOT NULL,
    "mayVote" BOOLEAN NOT NULL,
    "countsInQuorum" BOOLEAN NOT NULL,
    "admittedOn" DATE NOT NULL,
    "bornOn" DATE,
    "duesSettledOn" DATE,
    "duesOk" BOOLEAN NOT NULL,
    "suspended" BOOLEAN NOT NULL,
    "president" BOOLEAN NOT NULL,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "ElectorateEntry_pkey" PRIMARY KEY ("meetingId","stage","memberId")
);

-- CreateTable
CREATE TABLE "MeetingAnswer" (
    "id" BIGSERIAL NOT NULL,
    "meetingId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "AnswerKind" NOT NULL,
    "byAccount" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MeetingAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proxy" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "giverId" UUID NOT NULL,
    "holderId" UUID NOT NULL,
    "state" "ProxyState" NOT NULL,
    "order" INTEGER NOT NULL,
    "paper" BOOLEAN NOT NULL DEFAULT false,
    "scanId" UUID,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,
    "enteredBy" UUID,
    "ruling" JSONB NOT NULL,

    CONSTRAINT "Proxy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttendanceEvent" (
    "id" BIGSERIAL NOT NULL,
    "meetingId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "AttendanceKind" NOT NULL,
    "mode" "AttendanceMode" NOT NULL,
    "method" "AttendanceMethod" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "representative" TEXT,
    "signature" TEXT,
    "byAccount" UUID,

    CONSTRAINT "AttendanceEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Presence" (
    "meetingId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "present" BOOLEAN NOT NULL,
    "mode" "AttendanceMode" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "representative" TEXT,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("meetingId","memberId")
);

-- CreateTable
CREATE TABLE "Incident" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "rule" TEXT,
    "recordedBy" UUID,

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Slip" (
    "resolutionId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "voterId" UUID NOT NULL,
    "voices" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "online" BOOLEAN NOT NULL DEFAULT false,
    "cast" BOOLEAN NOT NULL DEFAULT false,
    "choice" "Choice",
    "castBy" UUID,
    "receipt" UUID,

    CONSTRAINT "Slip_pkey" PRIMARY KEY ("resolutionId","memberId")
);

-- CreateTable
CREATE TABLE "SealedVote" (
    "id" UUID NOT NULL,
    "resolutionId" UUID NOT NULL,
    "box" BYTEA NOT NULL,

    CONSTRAINT "SealedVote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Paper" (
    "id" UUID NOT NULL,
    "resolutionId" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "among" TEXT NOT NULL,
    "choice" "Choice" NOT NULL,

    CONSTRAINT "Paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MinutesDraft" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "createdBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MinutesDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Minutes" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "kind" "MinutesKind" NOT NULL,
    "state" "MinutesState" NOT NULL DEFAULT 'SIGNING',
    "body" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "correctsId" UUID,
    "fixedAt" TIMESTAMPTZ(3) NOT NULL,
    "fixedBy" UUID,
    "number" INTEGER,
    "signedAt" TIMESTAMPTZ(3),
    "pdfDocument" UUID,

    CONSTRAINT "Minutes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MinutesSignature" (
    "id" UUID NOT NULL,
    "minutesId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "quality" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MinutesSignature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterEntry" (
    "stream" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "atMs" BIGINT NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "prevHash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "RegisterEntry_pkey" PRIMARY KEY ("stream","seq")
);

-- CreateTable
CREATE TABLE "JournalEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "accountId" UUID,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" TEXT,
    "ruling" JSONB,
    "details" JSONB,

    CONSTRAINT "JournalEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "messageId" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "props" JSONB NOT NULL,
    "attachments" JSONB NOT NULL DEFAULT '[]',
    "toAddress" TEXT NOT NULL,
    "toName" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "html" TEXT,
    "text" TEXT,
    "contentHash" TEXT,
    "serverAnswer" TEXT,
    "accountId" UUID,
    "meetingId" UUID,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "bouncedAt" TIMESTAMPTZ(3),
    "bounceDetail" TEXT,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LiveEvent" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LiveEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "StatutesVersion_effectiveFrom_key" ON "StatutesVersion"("effectiveFrom");

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "SignInLink_tokenHash_key" ON "SignInLink"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInLink_accountId_idx" ON "SignInLink"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_number_key" ON "Member"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Member_rpps_key" ON "Member"("rpps");

-- CreateIndex
CREATE UNIQUE INDEX "Member_accountId_key" ON "Member"("accountId");

-- CreateIndex
CREATE INDEX "Member_sortName_id_idx" ON "Member"("sortName", "id");

-- CreateIndex
CREATE INDEX "Member_category_idx" ON "Member"("category");

-- CreateIndex
CREATE INDEX "Member_searchText_idx" ON "Member" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Representative_memberId_idx" ON "Representative"("memberId");

-- CreateIndex
CREATE INDEX "Representative_accountId_idx" ON "Representative"("accountId");

-- CreateIndex
CREATE INDEX "MemberEvent_memberId_on_idx" ON "MemberEvent"("memberId", "on");

-- CreateIndex
CREATE INDEX "Consent_memberId_kind_idx" ON "Consent"("memberId", "kind");

-- CreateIndex
CREATE INDEX "Mandate_memberId_idx" ON "Mandate"("memberId");

-- CreateIndex
CREATE INDEX "Delegation_toAccountId_idx" ON "Delegation"("toAccountId");

-- CreateIndex
CREATE UNIQUE INDEX "DuesPeriod_year_key" ON "DuesPeriod"("year");

-- CreateIndex
CREATE UNIQUE INDEX "Dues_memberId_periodId_key" ON "Dues"("memberId", "periodId");

-- CreateIndex
CREATE INDEX "Document_meetingId_idx" ON "Document"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_precedingId_key" ON "Meeting"("precedingId");

-- CreateIndex
CREATE INDEX "Meeting_date_id_idx" ON "Meeting"("date", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AgendaItem_meetingId_position_key" ON "AgendaItem"("meetingId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Resolution_repeatsId_key" ON "Resolution"("repeatsId");

-- CreateIndex
CREATE UNIQUE INDEX "Resolution_meetingId_number_key" ON "Resolution"("meetingId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Convocation_meetingId_sequence_key" ON "Convocation"("meetingId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "ConvocationNotice_mailId_key" ON "ConvocationNotice"("mailId");

-- CreateIndex
CREATE INDEX "ConvocationNotice_memberId_idx" ON "ConvocationNotice"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "ConvocationNotice_convocationId_memberId_key" ON "ConvocationNotice"("convocationId", "memberId");

-- CreateIndex
CREATE INDEX "MeetingAnswer_meetingId_memberId_id_idx" ON "MeetingAnswer"("meetingId", "memberId", "id");

-- CreateIndex
CREATE INDEX "Proxy_meetingId_holderId_idx" ON "Proxy"("meetingId", "holderId");

-- CreateIndex
CREATE UNIQUE INDEX "Proxy_meetingId_order_key" ON "Proxy"("meetingId", "order");

-- CreateIndex
CREATE INDEX "AttendanceEvent_meetingId_id_idx" ON "AttendanceEvent"("meetingId", "id");

-- CreateIndex
CREATE INDEX "Incident_meetingId_idx" ON "Incident"("meetingId");

-- CreateIndex
CREATE INDEX "Slip_resolutionId_voterId_idx" ON "Slip"("resolutionId", "voterId");

-- CreateIndex
CREATE INDEX "SealedVote_resolutionId_idx" ON "SealedVote"("resolutionId");

-- CreateIndex
CREATE INDEX "Paper_resolutionId_idx" ON "Paper"("resolutionId");

-- CreateIndex
CREATE UNIQUE INDEX "MinutesDraft_meetingId_version_key" ON "MinutesDraft"("meetingId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Minutes_number_key" ON "Minutes"("number");

-- CreateIndex
CREATE INDEX "Minutes_meetingId_idx" ON "Minutes"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "MinutesSignature_minutesId_accountId_key" ON "MinutesSignature"("minutesId", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "MinutesSignature_minutesId_role_key" ON "MinutesSignature"("minutesId", "role");

-- CreateIndex
CREATE INDEX "JournalEntry_subject_subjectId_idx" ON "JournalEntry"("subject", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_messageId_key" ON "Mail"("messageId");

-- CreateIndex
CREATE INDEX "Mail_queuedAt_id_idx" ON "Mail"("queuedAt", "id");

-- CreateIndex
CREATE INDEX "Mail_meetingId_idx" ON "Mail"("meetingId");

-- CreateIndex
CREATE INDEX "LiveEvent_topic_id_idx" ON "LiveEvent"("topic", "id");

-- AddForeignKey
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Representative" ADD CONSTRAINT "Representative_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Representative" ADD CONSTRAINT "Representative_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberEvent" ADD CONSTRAINT "MemberEvent_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Staff" ADD CONSTRAINT "Staff_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_toAccountId_fkey" FOREIGN KEY ("toAccountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuesRate" ADD CONSTRAINT "DuesRate_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "DuesPeriod"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dues" ADD CONSTRAINT "Dues_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dues" ADD CONSTRAINT "Dues_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "DuesPeriod"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_statutesId_fkey" FOREIGN KEY ("statutesId") REFERENCES "StatutesVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_precedingId_fkey" FOREIGN KEY ("precedingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_repeatsId_fkey" FOREIGN KEY ("repeatsId") REFERENCES "Resolution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Convocation" ADD CONSTRAINT "Convocation_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConvocationNotice" ADD CONSTRAINT "ConvocationNotice_convocationId_fkey" FOREIGN KEY ("convocationId") REFERENCES "Convocation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConvocationNotice" ADD CONSTRAINT "ConvocationNotice_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConvocationNotice" ADD CONSTRAINT "ConvocationNotice_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ElectorateEntry" ADD CONSTRAINT "ElectorateEntry_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ElectorateEntry" ADD CONSTRAINT "ElectorateEntry_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAnswer" ADD CONSTRAINT "MeetingAnswer_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAnswer" ADD CONSTRAINT "MeetingAnswer_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proxy" ADD CONSTRAINT "Proxy_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proxy" ADD CONSTRAINT "Proxy_giverId_fkey" FOREIGN KEY ("giverId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proxy" ADD CONSTRAINT "Proxy_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceEvent" ADD CONSTRAINT "AttendanceEvent_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceEvent" ADD CONSTRAINT "AttendanceEvent_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slip" ADD CONSTRAINT "Slip_resolutionId_fkey" FOREIGN KEY ("resolutionId") REFERENCES "Resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesDraft" ADD CONSTRAINT "MinutesDraft_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Minutes" ADD CONSTRAINT "Minutes_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Minutes" ADD CONSTRAINT "Minutes_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "Minutes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesSignature" ADD CONSTRAINT "MinutesSignature_minutesId_fkey" FOREIGN KEY ("minutesId") REFERENCES "Minutes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

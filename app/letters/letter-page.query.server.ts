import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import { notFound } from '~/platform/refusal'
import { letterKind } from './kinds'
import { demandLetter, isConcerned } from './letter-access.server'
import { readLetterBody } from './letter-body'
import { EXPLANATION_SOURCES } from './explanation.form'

const day = (value: Date | null) => value && isoDate(value)

/** A registered letter, its proofs and what was answered; 404 unless the actor handles it. */
export async function letterPage(ctx: Context, letterId: string) {
  const letter = await demandLetter(ctx.db, ctx, letterId)
  const member = await ctx.db.member.findUniqueOrThrow({
    where: { id: letter.memberId },
    select: { label: true, registeredLetterConsentOn: true },
  })
  const { answer, label, subject, rule } = letterKind(letter.kind)
  const { subject: title, recipient } = readLetterBody(letter.body)
  return {
    id: letter.id,
    memberId: letter.memberId,
    member: member.label,
    kind: label,
    kindKey: letter.kind,
    answer,
    rule,
    title,
    recipient,
    // a suspension is about a resolution: its file is the member's sheet
    subjectHref: `${subject}${letter.kind === 'suspension' ? letter.memberId : letter.subjectId}`,
    channel: letter.channel,
    consentOn: day(member.registeredLetterConsentOn),
    writtenOn: isoDate(letter.writtenOn),
    depositedOn: day(letter.depositedOn),
    presentedOn: day(letter.presentedOn),
    receivedOn: day(letter.receivedOn),
    returnedOn: day(letter.returnedOn),
    returnReason: letter.returnReason,
    postalNumber: letter.postalNumber,
    provider: letter.provider,
    proofId: letter.proofDocumentId,
    explanations: await explanationsOf(ctx.db, letter.id),
    today: parisDate(ctx.now),
  }
}

/** What a member answered to a letter, in the order of its recording. Rights are checked by the caller. */
export async function explanationsOf(db: Db | Tx, letterId: string) {
  const found = await db.explanation.findMany({ where: { letterId }, orderBy: { recordedAt: 'asc' } })
  return found.map(({ id, receivedOn, source, text, documentId }) => ({
    id,
    receivedOn: isoDate(receivedOn),
    source: EXPLANATION_SOURCES[source as keyof typeof EXPLANATION_SOURCES] ?? source,
    text,
    documentId,
  }))
}

/** The letter as its member reads it, once posted, with what he answered; 404 for anybody else. */
export async function ownLetterPage(ctx: Context, letterId: string) {
  const letter = await ctx.db.registeredLetter.findUnique({ where: { id: letterId } })
  if (!letter?.depositedOn || !isConcerned(ctx, letter.memberId) || !letterKind(letter.kind).answer) throw notFound()
  const body = readLetterBody(letter.body)
  return {
    id: letter.id,
    body: { subject: body.subject, paragraphs: body.paragraphs, facts: body.facts },
    depositedOn: isoDate(letter.depositedOn),
    presentedOn: day(letter.presentedOn),
    explanations: await explanationsOf(ctx.db, letter.id),
  }
}

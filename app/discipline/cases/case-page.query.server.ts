import { statutesInForce } from '~/association/in-force.server'
import { isPresident } from '~/meetings/convene/signer.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { recordAccess } from '~/platform/data-access.server'
import { dateColumn, isoDate } from '~/platform/dates'
import { notFound } from '~/platform/refusal'
import { may } from '~/platform/permissions'
import { isFresh } from '~/platform/sign-in/fresh'
import { reasonsOf } from '~/platform/stored-ruling'
import { defenceOver } from '~/statutes/exclusion'
import { organ as organWords, type Organ } from '~/statutes/organs'
import { appealOf } from '../appeals/appeal-page.query.server'
import { caseWords } from '../appeals/appeal-words'
import { viewOf } from './access.server'
import { defenceOf } from '~/members/discipline/case-decision.server'
import { awaitsAgenda } from './case-listing.server'
import { organOf } from '~/members/discipline/organ-of'
import { groundLabel, readFacts } from './case-file'
import { toSigner } from './case-letters'
import { involvedMembers } from './involved.server'
import { letterSigner } from './letter-signer.server'
import { APPEAL_KINDS, DECISION_KINDS, NOTICE_KINDS } from '~/members/discipline/notice-kinds'

/** Everything that the page of a case shows to whoever may see it; 404 for the others. */
export async function casePage(ctx: Context, caseId: string) {
  const found = await ctx.db.disciplinaryCase.findUnique({ where: { id: caseId }, include: { recusals: true } })
  const view = found && (await viewOf(ctx.db, ctx, found))
  if (!found || !view) throw notFound()
  // nothing of a file in preparation is the member's to read: nothing is held against him yet
  if (view === 'concerned' && found.state === 'DRAFT') throw notFound()
  await recordAccess(ctx.db, ctx, { memberId: found.memberId, kind: 'case', details: { caseId } })
  const today = parisDate(ctx.now)
  const [{ statutes }, defence, member, involved, letters] = await Promise.all([
    statutesInForce(ctx.db, today),
    defenceOf(ctx.db, found),
    ctx.db.member.findUniqueOrThrow({ where: { id: found.memberId }, select: { label: true, leftOn: true } }),
    involvedMembers(ctx.db, found),
    lettersOf(ctx, caseId, [NOTICE_KINDS[found.kind], DECISION_KINDS[found.kind], ...APPEAL_KINDS]),
  ])
  const explanations = await explanationsOf(ctx, defence.letterId)
  const organ = organOf(found.organ)
  const waits = await awaitsAgenda(ctx.db, found)
  return {
    id: found.id,
    kind: found.kind,
    state: found.state,
    stateWords: caseWords(found),
    view,
    today,
    memberId: found.memberId,
    label: member.label,
    left: member.leftOn !== null && member.leftOn <= dateColumn(today),
    facts: readFacts(found.facts),
    ruleBroken: found.ruleBroken,
    sanction: found.sanction,
    organ,
    organWords: organWords(organ),
    organReason: found.organReason,
    defenceDays: statutes.discipline.defenceDays,
    defence,
    earliest: defence.presentedOn ? defenceOver(statutes, defence.presentedOn) : null,
    hearing: found.hearingAt && {
      at: found.hearingAt.toISOString(),
      place: found.hearingPlace ?? '',
      heardOn: found.heardOn && isoDate(found.heardOn),
      notes: found.hearingNotes,
      assistedBy: found.assistedBy,
    },
    recusals: found.recusals.map(({ memberId, name, ground }) => ({ memberId, name, ground: groundLabel(ground) })),
    answersTo: toSigner(await letterSigner(ctx.db, today, involved)),
    // the officers who lead procedures are involved: he keeps this file in their place
    inTheirPlace: view === 'conducts' && !may(ctx.actor, 'discipline.manage'),
    decides: organ === 'president' && isPresident(ctx) && view === 'conducts',
    fresh: isFresh(ctx.actor, ctx.now),
    letters,
    explanations,
    decision: found.decidedOn && {
      on: isoDate(found.decidedOn),
      reasons: found.reasons,
      rulings: reasonsOf(found.ruling),
    },
    appeal: await appealOf(ctx, found),
    waits,
    meeting: waits ? null : await meetingOf(ctx, found.resolutionId),
    meetings: view === 'conducts' && (found.state === 'NOTIFIED' || waits) ? await drafts(ctx, organ) : [],
    people: view === 'conducts' ? await people(ctx, found.memberId) : [],
  }
}

export type CasePage = Awaited<ReturnType<typeof casePage>>

async function lettersOf(ctx: Context, subjectId: string, kinds: string[]) {
  const found = await ctx.db.registeredLetter.findMany({
    where: { subjectId, kind: { in: kinds } },
    orderBy: { writtenOn: 'asc' },
  })
  const day = (value: Date | null) => value && isoDate(value)
  return found.map((letter) => ({
    id: letter.id,
    opens: letter.kind.endsWith('-notice'),
    onAppeal: APPEAL_KINDS.some((kind) => kind === letter.kind),
    writtenOn: isoDate(letter.writtenOn),
    depositedOn: day(letter.depositedOn),
    presentedOn: day(letter.presentedOn),
    receivedOn: day(letter.receivedOn),
    returnedOn: day(letter.returnedOn),
  }))
}

async function explanationsOf(ctx: Context, letterId: string | null) {
  if (letterId === null) return []
  const found = await ctx.db.explanation.findMany({ where: { letterId }, orderBy: { recordedAt: 'asc' } })
  return found.map(({ id, receivedOn, source, text, documentId }) => ({
    id,
    receivedOn: isoDate(receivedOn),
    source,
    text,
    documentId,
  }))
}

async function meetingOf(ctx: Context, resolutionId: string | null) {
  if (resolutionId === null) return null
  const found = await ctx.db.resolution.findUnique({
    where: { id: resolutionId },
    select: { number: true, meeting: { select: { id: true, title: true, date: true } } },
  })
  return found && { ...found.meeting, number: found.number, date: isoDate(found.meeting.date) }
}

/** The meetings of the deciding organ that are in preparation. */
async function drafts(ctx: Context, organ: Organ) {
  if (organ === 'president') return []
  const found = await ctx.db.meeting.findMany({
    where: { body: organ, state: 'DRAFT', session: 1 },
    orderBy: { date: 'asc' },
    select: { id: true, title: true, date: true },
  })
  return found.map(({ id, title, date }) => ({ id, title, date: isoDate(date) }))
}

/** Who may be recused: everyone but the member himself. */
async function people(ctx: Context, memberId: string) {
  const found = await ctx.db.member.findMany({
    where: { leftOn: null, id: { not: memberId } },
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
    select: { id: true, label: true },
  })
  return found.map(({ id, label }) => ({ value: id, label }))
}

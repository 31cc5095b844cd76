import { statutesVersion } from '~/association/in-force.server'
import { meetingName } from '~/meetings/meeting-words'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { demandLawful, Refusal } from '~/platform/refusal'
import { judgeExclusionDecision } from '~/statutes/exclusion'
import { judgeFounderLoss } from '~/statutes/exclusion-founder'
import { decisionFacts, defenceOf } from '~/members/discipline/case-decision.server'
import { judgeCaseDecision } from '~/members/discipline/judge-case'
import { demandState, lockCase, type LockedCase } from './lock-case.server'
import { pronounce } from './pronounce.server'

export type CaseVote = { caseId: string; memberId: string; resolutionId: string; on?: string }

/**
 * 6.4-a: what the adoption of « exclude-member » does. Judged on the day of the vote: refused with the article when the letter
 * was not presented, the defence days are not over or the hearing is not told. The reasons are the text that was voted.
 */
export async function applyExclusion(tx: Tx, ctx: Context | SystemContext, vote: CaseVote): Promise<void> {
  const { found, resolution, statutes, on } = await voted(tx, ctx, vote, 'EXCLUSION')
  const defence = await defenceOf(tx, found)
  const body = resolution.meeting.body
  const facts = decisionFacts(found, defence, {
    by: body,
    deciderRecused: false,
    decidedOn: on,
    reasons: resolution.text,
  })
  const ruling = judgeExclusionDecision(statutes, facts)
  demandLawful(ruling)
  await pronounce(tx, ctx, found, { outcome: 'sanction', ruling, ...words(resolution, on) })
}

/**
 * 6.4-c: what the adoption of « suspend-member » does: suspended from that day to the one that the file and its letter told. Judged
 * on the day of the vote: refused with the article without a file ready in defence.
 */
export async function applySuspension(tx: Tx, ctx: Context | SystemContext, vote: CaseVote): Promise<void> {
  const { found, resolution, statutes, on } = await voted(tx, ctx, vote, 'SUSPENSION')
  const facts = decisionFacts(found, await defenceOf(tx, found), {
    by: resolution.meeting.body,
    deciderRecused: false,
    decidedOn: on,
    reasons: resolution.text,
  })
  const ruling = judgeCaseDecision(statutes, found, facts)
  demandLawful(ruling)
  await pronounce(tx, ctx, found, { outcome: 'sanction', ruling, ...words(resolution, on) })
}

/** 6.1-b: what the adoption of « withdraw-founder » does: the founder becomes what founders come from. Judged like an exclusion. */
export async function applyFounderLoss(tx: Tx, ctx: Context | SystemContext, vote: CaseVote): Promise<void> {
  const { found, resolution, statutes, on } = await voted(tx, ctx, vote, 'FOUNDER_LOSS')
  const { category } = await tx.member.findUniqueOrThrow({
    where: { id: found.memberId },
    select: { category: true },
  })
  const { presentedOn, hearing } = await defenceOf(tx, found)
  const ruling = judgeFounderLoss(statutes, {
    category,
    cause: 'conviction',
    body: resolution.meeting.body,
    decision: { presentedOn, hearing, deciderRecused: false, decidedOn: on, reasons: resolution.text },
  })
  demandLawful(ruling)
  await pronounce(tx, ctx, found, { outcome: 'sanction', ruling, ...words(resolution, on) })
}

/** The resolution was rejected: the member stays what he is, and is told so. Nothing to do for a case that is over. */
export async function applyCaseRejection(
  tx: Tx,
  ctx: Context | SystemContext,
  { caseId, resolutionId, on = parisDate(ctx.now) }: Omit<CaseVote, 'memberId'>,
): Promise<void> {
  const found = await lockCase(tx, caseId)
  if (found.state !== 'DEFERRED') return
  const resolution = await resolutionOf(tx, resolutionId)
  const { reasons: _, ...said } = words(resolution, on)
  const reasons = 'La proposition n’a pas été adoptée.'
  await pronounce(tx, ctx, found, { outcome: 'kept', ruling: null, reasons, ...said })
}

const resolutionOf = (tx: Tx, id: string) =>
  tx.resolution.findUniqueOrThrow({
    where: { id },
    select: { id: true, number: true, text: true, meeting: true },
  })
type Voted = Awaited<ReturnType<typeof resolutionOf>>

async function voted(tx: Tx, ctx: Context | SystemContext, vote: CaseVote, kind: LockedCase['kind']) {
  const found = await lockCase(tx, vote.caseId)
  if (found.kind !== kind || found.memberId !== vote.memberId)
    throw new Refusal('Cette résolution ne porte pas sur la procédure ouverte à l’égard de ce membre.')
  demandState(found, 'DEFERRED')
  const resolution = await resolutionOf(tx, vote.resolutionId)
  const { statutes } = await statutesVersion(tx, resolution.meeting.statutesId)
  return { found, resolution, statutes, on: vote.on ?? parisDate(ctx.now) }
}

const words = ({ id, number, text, meeting }: Voted, on: string) => ({
  on,
  by: `${meeting.body === 'bureau' ? 'le Bureau' : 'l’assemblée générale'} (${meetingName(meeting)}, résolution ${number})`,
  byAssembly: meeting.body !== 'bureau',
  reasons: text,
  resolutionId: id,
})

import { statutesInForce } from '~/association/in-force.server'
import type { AppealOutcome } from '~/generated/prisma/enums'
import { categoryLabel } from '~/members/register/category-label'
import { writeLetter } from '~/letters/write-letter.server'
import { EXCLUSION_ANNULLED } from '~/members/register/sheet/event-sentences'
import type { Context } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { Refusal } from '~/platform/refusal'
import { frenchDate } from '~/ui/format'
import { readmit } from '~/membership/admission/readmit-member.server'
import { involvedMembers } from '../cases/involved.server'
import { letterSigner } from '../cases/letter-signer.server'
import { lockCase, type LockedCase } from '../cases/lock-case.server'
import { stillExcluded } from '~/members/discipline/still-excluded.server'
import { appealDecisionLetter } from './appeal-letters'
import { mailAppealNews } from './appeal-mails.server'
import { isAppealPending } from '~/members/discipline/appeal-pending'

export type AppealVote = { caseId: string; resolutionId: string; on: string; source: string }

/**
 * 6.4-a: what the adoption of « annul-exclusion » does: a member again from that day, in the category that was his, by a
 * readmission that says so; offices are not given back. Refused (409): no appeal is waiting, or the exclusion keeps nobody out.
 * The appeal itself was judged on the day on which it was written, and is not again.
 */
export async function annulExclusion(tx: Tx, ctx: Context, vote: AppealVote & { memberId: string }): Promise<void> {
  const found = await lockCase(tx, vote.caseId)
  if (found.memberId !== vote.memberId || !isAppealPending(found) || !(await stillExcluded(tx, found)))
    throw new Refusal('Aucun recours de ce membre contre son exclusion n’attend la décision de l’assemblée.')
  const { memberId, resolutionId, on } = vote
  const { category } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { category: true } })
  await readmit(tx, ctx, { memberId, category, on, reason: EXCLUSION_ANNULLED, resolutionId })
  await close(tx, ctx, found, { ...vote, outcome: 'ANNULLED' })
}

/** The resolution was rejected: the exclusion stands, and the person is told so. Nothing to do when no appeal is waiting. */
export async function upholdExclusion(tx: Tx, ctx: Context, vote: AppealVote): Promise<void> {
  const found = await lockCase(tx, vote.caseId)
  if (!isAppealPending(found) || !(await stillExcluded(tx, found))) return
  await close(tx, ctx, found, { ...vote, outcome: 'UPHELD' })
}

/** The case keeps the outcome, a registered letter notifies it, a message says that it comes. */
async function close(
  tx: Tx,
  ctx: Context,
  found: LockedCase,
  { outcome, on, source, resolutionId }: AppealVote & { outcome: Exclude<AppealOutcome, 'WITHDRAWN'> },
): Promise<void> {
  const { memberId, appealedOn, decidedOn } = found
  const [{ statutes }, member, { meeting }] = await Promise.all([
    statutesInForce(tx, on),
    tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { category: true } }),
    tx.resolution.findUniqueOrThrow({ where: { id: resolutionId }, select: { meeting: true } }),
  ])
  await tx.disciplinaryCase.update({
    where: { id: found.id },
    data: { appealOutcome: outcome, appealDecidedOn: dateColumn(on), appealResolutionId: resolutionId },
    select: { id: true },
  })
  await writeLetter(tx, ctx, {
    memberId,
    kind: 'appeal-decision',
    subjectId: found.id,
    content: appealDecisionLetter({
      outcome,
      on,
      source,
      excludedOn: decidedOn ? isoDate(decidedOn) : '',
      appealedOn: appealedOn ? isoDate(appealedOn) : '',
      category: categoryLabel(statutes, member.category),
      signer: await letterSigner(tx, on, await involvedMembers(tx, found)),
    }),
  })
  await mailAppealNews(tx, ctx, found, {
    news: 'decided',
    meeting: meeting.title,
    on: frenchDate(on, { weekday: true }),
    place: meeting.place,
  })
  await journal(tx, ctx, {
    act: outcome === 'ANNULLED' ? 'case.exclusion-annulled' : 'case.exclusion-upheld',
    subject: 'DisciplinaryCase',
    subjectId: found.id,
    details: { on, resolutionId },
  })
}

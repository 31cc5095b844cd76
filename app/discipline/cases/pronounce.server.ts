import { statutesInForce } from '~/association/in-force.server'
import { categoryLabel } from '~/members/register/category-label'
import { writeLetter } from '~/letters/write-letter.server'
import { changeMembership } from '~/membership/change-membership.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { journal } from '~/platform/journal.server'
import type { Ruling } from '~/statutes/ruling'
import type { Statutes } from '~/statutes/schema'
import { appealParagraph } from '../appeals/appeal-letters'
import { endMembership } from '~/membership/end-membership.server'
import { defenceOf, heardSentence } from '~/members/discipline/case-decision.server'
import { readFacts } from './case-file'
import { decisionLetter } from './case-letters'
import { involvedMembers } from './involved.server'
import { letterSigner, type Signer } from './letter-signer.server'
import { suspendedUntil } from '~/members/discipline/judge-case'
import type { LockedCase } from './lock-case.server'
import { DECISION_KINDS } from '~/members/discipline/notice-kinds'
import { tellMember } from './tell-member.server'

export type Pronounced = {
  outcome: 'sanction' | 'kept'
  /** day of the decision: first day without membership, without the founder's quality, or of the suspension */
  on: string
  /** « le Président », « l’assemblée générale ordinaire du 12 juin 2027 » */
  by: string
  byAssembly: boolean
  reasons: string
  resolutionId: string | null
  ruling: Ruling | null
}

/**
 * Carries a decision out in one transaction: the membership or the title ends (or not), the case says so with its reasons, the
 * letter of decision is written. Whoever calls holds the case and has judged the decision.
 */
export async function pronounce(
  tx: Tx,
  ctx: Context | SystemContext,
  found: LockedCase,
  decision: Pronounced,
): Promise<void> {
  const { outcome, on, reasons, resolutionId, ruling } = decision
  const { statutes } = await statutesInForce(tx, on)
  const becomes = statutes.admission.founder.from
  const signer = await letterSigner(tx, on, await involvedMembers(tx, found))
  const defence = await defenceOf(tx, found)
  const seat = await tx.mandate.count({ where: { memberId: found.memberId, endedOn: null } })
  if (outcome === 'sanction') await carryOut(tx, ctx, found, { on, resolutionId, becomes, reasons })
  await tx.disciplinaryCase.update({
    where: { id: found.id },
    data: {
      state: outcome === 'sanction' ? 'EXCLUDED' : 'KEPT',
      decidedOn: dateColumn(on),
      decidedById: ctx.actor?.accountId ?? null,
      reasons,
      resolutionId,
      ...(ruling && { ruling }),
    },
    select: { id: true },
  })
  await writeLetter(tx, ctx, {
    memberId: found.memberId,
    kind: DECISION_KINDS[found.kind],
    subjectId: found.id,
    content: decisionLetter({
      ...decision,
      kind: found.kind,
      facts: readFacts(found.facts),
      ruleBroken: found.ruleBroken,
      heard: heardSentence(found, defence),
      becomes: categoryLabel(statutes, becomes),
      until: suspendedUntil(found),
      seat: seat > 0,
      appeal: appealSaid(statutes, found, { byAssembly: decision.byAssembly, signer }),
      signer,
    }),
  })
  await tellMember(tx, ctx, { memberId: found.memberId, caseId: found.id, news: 'decided' })
  await journal(tx, ctx, {
    act: outcome === 'sanction' ? 'case.sanctioned' : 'case.kept',
    subject: 'DisciplinaryCase',
    subjectId: found.id,
    ruling: ruling ?? undefined,
    details: { kind: found.kind, on },
  })
}

type Sanction = { on: string; resolutionId: string | null; becomes: string; reasons: string }

/** What the sanction of each kind makes of the membership. */
async function carryOut(
  tx: Tx,
  ctx: Context | SystemContext,
  found: LockedCase,
  { on, resolutionId, becomes, reasons }: Sanction,
): Promise<void> {
  const { kind, memberId } = found
  const event = { memberId, on, resolutionId }
  if (kind === 'EXCLUSION') await endMembership(tx, ctx, { ...event, kind: 'EXCLUDED' })
  if (kind === 'FOUNDER_LOSS')
    await changeMembership(tx, ctx, { ...event, kind: 'CATEGORY_CHANGED', category: becomes })
  if (kind === 'SUSPENSION')
    await changeMembership(tx, ctx, { ...event, kind: 'SUSPENDED', until: suspendedUntil(found), reason: reasons })
}

/** The appeal that the letter of an exclusion announces, where the statutes give one and no assembly decided. */
function appealSaid(
  { discipline }: Statutes,
  { id, kind }: LockedCase,
  { byAssembly, signer }: { byAssembly: boolean; signer: Signer },
): string | null {
  if (discipline.appealDays === undefined || byAssembly || kind !== 'EXCLUSION') return null
  const url = new URL(`/exclusions/${id}/recours`, env().PUBLIC_URL).href
  return appealParagraph({ days: discipline.appealDays, url, signer })
}

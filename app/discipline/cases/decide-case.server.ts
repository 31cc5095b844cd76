import type { z } from 'zod'
import { statutesInForce } from '~/association/in-force.server'
import { isPresident } from '~/meetings/convene/signer.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { fold } from '~/platform/folding'
import { badField, demandLawful, forbidden } from '~/platform/refusal'
import { demandFresh } from '~/platform/sign-in/demand-fresh.server'
import { demandConduct } from './access.server'
import { decisionFacts, defenceOf } from '~/members/discipline/case-decision.server'
import type { decisionForm } from './case.form'
import { decidingOrgan, involvedMembers, isInvolved } from './involved.server'
import { judgeCaseDecision } from '~/members/discipline/judge-case'
import { demandState, lockCase } from './lock-case.server'
import { pronounce } from './pronounce.server'

/**
 * The President decides on an exclusion (6.4-a), or on a suspension where the statutes let him (6.4-c), with written reasons and a fresh proof of identity. Refused with the article:
 * another organ is competent, he is involved, the letter was not presented, the defence days are not over, the hearing is not
 * told. To keep the member needs no delay. Decided once, however often it is pressed.
 */
export async function decideCase(
  ctx: Context,
  input: z.output<typeof decisionForm> & { caseId: string },
): Promise<void> {
  const today = parisDate(ctx.now)
  await transact(ctx.db, async (tx) => {
    const found = await lockCase(tx, input.caseId)
    await demandConduct(tx, ctx, found)
    if (!isPresident(ctx)) throw forbidden()
    demandState(found, 'NOTIFIED')
    demandFresh(ctx)
    const { label } = await tx.member.findUniqueOrThrow({ where: { id: found.memberId }, select: { label: true } })
    if (fold(input.confirm) !== fold(label)) throw badField('confirm', `Écrivez ${label}.`)
    const { statutes } = await statutesInForce(tx, today)
    const { organ } = await decidingOrgan(tx, statutes, found, today)
    const involved = await involvedMembers(tx, found)
    const facts = decisionFacts({ ...found, organ }, await defenceOf(tx, found), {
      by: 'president',
      deciderRecused: isInvolved(ctx.actor, involved),
      decidedOn: today,
      reasons: input.reasons,
    })
    const ruling = judgeCaseDecision(statutes, found, facts)
    // nobody is harmed by staying a member: neither letter nor delay is needed for that, only the right person
    if (input.outcome === 'sanction' || facts.organ !== 'president' || facts.deciderRecused) demandLawful(ruling)
    await pronounce(tx, ctx, found, {
      outcome: input.outcome === 'sanction' ? 'sanction' : 'kept',
      on: today,
      by: 'le Président',
      byAssembly: false,
      reasons: input.reasons,
      resolutionId: null,
      ruling: input.outcome === 'sanction' ? ruling : null,
    })
  })
}

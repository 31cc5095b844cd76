import { statutesInForce } from '~/association/in-force.server'
import { writeLetter } from '~/letters/write-letter.server'
import type { Context } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { demandLawful } from '~/platform/refusal'
import { judgeRemoval } from '~/statutes/dues-ladder-removal'
import type { Organ } from '~/statutes/organs'
import type { Ruling } from '~/statutes/ruling'
import { lockDuesRows } from '../ledger/lock-dues.server'
import { removalFacts } from './case-facts.server'
import { decisionLetter } from './case-letters'
import { letterFacts } from './letter-facts.server'
import { takeSteps } from './take-steps.server'

/** 6.4-b: may this organ remove the member for these dues on that day? The ruling, with articles and figures. */
export async function judgeRemovalOnDay(
  tx: Tx,
  { duesId, organ, on }: { duesId: string; organ: Organ; on: string },
): Promise<Ruling> {
  const { statutes } = await statutesInForce(tx, on)
  return judgeRemoval(statutes, await removalFacts(tx, duesId, on), { organ, on })
}

export type RemovalDecision = {
  duesId: string
  adopted: boolean
  organ: Organ
  /** civil day of the decision */
  on: string
  /** « l’assemblée générale ordinaire du 12 juin 2027 (résolution 4) » */
  by: string
  resolutionId: string | null
}

/**
 * 6.4-b: writes what was decided: the step, the end of the procedure, the second registered letter, which waits to be posted.
 * Adopted, it is judged again: refused with its reasons. Rejected, the member stays and what he owes stays owed. The end of
 * the membership itself is carried out by whoever calls. False when there was nothing to decide any more: paid meanwhile.
 */
export async function decideRemoval(tx: Tx, ctx: Context, decision: RemovalDecision): Promise<boolean> {
  const { duesId, adopted, organ, on, resolutionId } = decision
  await lockDuesRows(tx, [duesId])
  const ruling = adopted ? await judgeRemovalOnDay(tx, { duesId, organ, on }) : undefined
  if (ruling) demandLawful(ruling)
  const facts = await letterFacts(tx, duesId, on)
  if (!adopted && (facts.stage !== 'listed' || facts.closedAs !== null)) return false
  await takeSteps(tx, ctx, [
    {
      duesId,
      stage: adopted ? 'removed' : 'kept',
      on,
      ...(resolutionId !== null && { resolutionId }),
      ...(ruling && { ruling }),
    },
  ])
  await writeLetter(tx, ctx, {
    memberId: facts.memberId,
    kind: 'dues-decision',
    subjectId: duesId,
    content: decisionLetter(facts, decision),
  })
  return true
}

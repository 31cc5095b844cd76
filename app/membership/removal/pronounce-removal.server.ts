import { decideRemoval, judgeRemovalOnDay } from '~/dues/ladder/decide-removal.server'
import { followListings } from '~/meetings/removals/follow-listings.server'
import type { Context } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { demandLawful } from '~/platform/refusal'
import type { Organ } from '~/statutes/organs'
import { endMembership } from '../end-membership.server'

export type Removal = {
  memberId: string
  duesId: string
  organ: Organ
  /** civil day of the decision: first day without membership */
  on: string
  /** « l’assemblée générale ordinaire du 12 juin 2027 (résolution 4) » */
  by: string
  resolutionId: string | null
}

/**
 * 6.4-b: the removal that an organ pronounces: judged on its day (refused with every reason when a step is missing, the time
 * to answer is not over or the dues are paid), then the step, the second registered letter, the end of the membership.
 */
export async function pronounceRemoval(tx: Tx, ctx: Context, removal: Removal): Promise<void> {
  const { memberId, duesId, organ, on, by, resolutionId } = removal
  await followListings(tx, ctx, { duesIds: [duesId] })
  demandLawful(await judgeRemovalOnDay(tx, { duesId, organ, on }))
  await decideRemoval(tx, ctx, { duesId, adopted: true, organ, on, by, resolutionId })
  await endMembership(tx, ctx, { memberId, kind: 'REMOVED', on, resolutionId })
}

/** The organ did not pronounce it: the member stays, the procedure is closed, he is told by a second letter. */
export async function recordKept(tx: Tx, ctx: Context, removal: Omit<Removal, 'memberId'>): Promise<void> {
  const { duesId, organ, on, by, resolutionId } = removal
  await followListings(tx, ctx, { duesIds: [duesId] })
  await decideRemoval(tx, ctx, { duesId, adopted: false, organ, on, by, resolutionId })
}

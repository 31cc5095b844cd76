import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { findConflicts } from '../identity/conflicts.server'
import { demandRegion } from '../identity/demand-region'
import { insertMembers } from './insert-members.server'
import { lockMembers } from './lock.server'
import type { NewMember } from './new-member'
import type { Origin } from './origin'

/**
 * 6.2-a, 6-b: one new member with its account, in the caller's transaction. Returns its id. Refused: outside the region (409),
 * identifier or address of another member (409, beside the field), an installation that is closed (409).
 */
export async function writeMember(
  tx: Tx,
  ctx: Context | SystemContext,
  input: NewMember,
  origin: Origin,
): Promise<string> {
  const { statutes } = await statutesInForce(tx, parisDate(ctx.now))
  demandRegion(statutes, input.postcode)
  await lockMembers(tx)
  const [conflicts = []] = await findConflicts(tx, [{ ...input, where: 'ce membre' }])
  refuseConflicts(conflicts)
  const [id] = await insertMembers(tx, ctx, [input], origin)
  if (!id) throw new Error('no member was written')
  return id
}

/** Throws when something must be its own and is another's: the sentence beside each field. */
export function refuseConflicts(conflicts: { field: string; message: string }[]): void {
  const [first] = conflicts
  if (!first) return
  throw new Refusal(first.message, {
    fieldErrors: Object.fromEntries(conflicts.map(({ field, message }) => [field, [message]])),
  })
}

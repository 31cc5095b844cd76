import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { demandRegion } from './demand-region'
import { findConflicts } from './conflicts.server'
import { insertMembers } from './insert-members.server'
import { lockMembers } from './lock.server'
import type { NewMember } from './new-member'
import { demandPower } from './permission.server'

/**
 * 6.2-a, 6-b: enters a member as the Bureau or the assembly admitted it, with its account. Returns its id.
 * Refused: outside the region (409), identifier or address of another member (409, beside the field).
 */
export async function registerMember(ctx: Context | SystemContext, input: NewMember): Promise<string> {
  demandPower(ctx, 'members.write')
  const { statutes } = await statutesInForce(ctx.db, parisDate(ctx.now))
  demandRegion(statutes, input.postcode)
  return transact(ctx.db, async (tx) => {
    await lockMembers(tx)
    const [conflicts = []] = await findConflicts(tx, [{ ...input, where: 'ce membre' }])
    refuseConflicts(conflicts)
    const [id] = await insertMembers(tx, ctx, [input])
    if (!id) throw new Error('no member was written')
    return id
  })
}

/** Throws when something must be its own and is another's: the sentence beside each field. */
export function refuseConflicts(conflicts: { field: string; message: string }[]): void {
  const [first] = conflicts
  if (!first) return
  throw new Refusal(first.message, {
    fieldErrors: Object.fromEntries(conflicts.map(({ field, message }) => [field, [message]])),
  })
}

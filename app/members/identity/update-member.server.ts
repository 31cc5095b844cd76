import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { badField, notFound } from '~/platform/refusal'
import { changeMembers } from '../register/change-members.server'
import { findConflicts } from './conflicts.server'
import { demandRegion } from './demand-region'
import { lockMembers } from '../register/lock.server'
import type { Identity } from './member.form'
import { demandPower } from '~/platform/demand-power.server'
import { refuseConflicts } from '../register/write-member.server'

/**
 * Corrects who a member is or how to reach it; its account follows its address. Refused: another region (409, 6-b, when
 * the postcode changes), identifier or address of another (409), another kind than the recorded one (400).
 */
export async function updateMember(ctx: Context, input: { memberId: string; identity: Identity }): Promise<void> {
  demandPower(ctx, 'members.write')
  const { memberId, identity } = input
  const { statutes } = await statutesInForce(ctx.db, parisDate(ctx.now))
  await transact(ctx.db, async (tx) => {
    await lockMembers(tx)
    const before = await tx.member.findUnique({ where: { id: memberId } })
    if (!before) throw notFound()
    if (before.kind !== identity.kind)
      throw badField('kind', 'Une personne ne devient pas une structure, ni l’inverse.')
    if (identity.postcode !== before.postcode) demandRegion(statutes, identity.postcode)
    const [conflicts = []] = await findConflicts(tx, [{ ...identity, memberId, where: before.label }])
    refuseConflicts(conflicts)
    await changeMembers(tx, ctx, [{ before, identity }])
  })
}

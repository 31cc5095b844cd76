import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { badField, notFound } from '~/platform/refusal'
import { demandOwnAddress } from './own-address.server'
import { changeMembers } from '../register/change-members.server'
import { findConflicts } from './conflicts.server'
import { demandRegion } from './demand-region'
import { lockMembers } from '../register/lock.server'
import type { Identity } from './member.form'
import { demandPower } from '~/platform/demand-power.server'
import { refuseConflicts } from '../register/write-member.server'

type Correction = { memberId: string; identity: Identity }

/**
 * Corrects who a member is or how to reach it; its account follows its address. Refused: another region (409, 6-b, when
 * the postcode changes), identifier or address of another (409), another kind than the recorded one (400), the address of somebody
 * else who holds an office (see `demandOwnAddress`).
 */
export async function updateMember(ctx: Context, input: Correction): Promise<void> {
  demandPower(ctx, 'members.write')
  await transact(ctx.db, async (tx) => {
    await lockMembers(tx)
    const before = await tx.member.findUnique({ where: { id: input.memberId } })
    if (before) await demandOwnAddress(tx, ctx, [{ before, identity: input.identity }])
    await writeIdentity(tx, ctx, input)
  })
}

/** See `updateMember`; in the caller's transaction, whoever judged that it may be recorded. */
export async function writeIdentity(tx: Tx, ctx: Context, { memberId, identity }: Correction): Promise<void> {
  const { statutes } = await statutesInForce(tx, parisDate(ctx.now))
  await lockMembers(tx)
  const before = await tx.member.findUnique({ where: { id: memberId } })
  if (!before) throw notFound()
  if (before.kind !== identity.kind) throw badField('kind', 'Une personne ne devient pas une structure, ni l’inverse.')
  if (identity.postcode !== before.postcode) demandRegion(statutes, identity.postcode)
  const [conflicts = []] = await findConflicts(tx, [{ ...identity, memberId, where: before.label }])
  refuseConflicts(conflicts)
  await changeMembers(tx, ctx, [{ before, identity }])
}

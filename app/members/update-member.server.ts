import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, notFound } from '~/platform/refusal'
import { openAccounts } from './accounts.server'
import { findConflicts } from './conflicts.server'
import { demandRegion } from './demand-region'
import { identityColumns } from './insert-members.server'
import { lockMembers } from './lock.server'
import type { Identity } from './member.form'
import { namesOf, personLabel } from './names'
import { demandPower } from './permission.server'
import { refuseConflicts } from './register-member.server'

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
    const member = await tx.member.findUnique({ where: { id: memberId } })
    if (!member) throw notFound()
    if (member.kind !== identity.kind)
      throw badField('kind', 'Une personne ne devient pas une structure, ni l’inverse.')
    if (identity.postcode !== member.postcode) demandRegion(statutes, identity.postcode)
    const [conflicts = []] = await findConflicts(tx, [{ ...identity, memberId, where: member.label }])
    refuseConflicts(conflicts)
    const next = { ...identityColumns(identity), ...namesOf({ ...identity, number: member.number }) }
    const accountId = identity.kind === 'PERSON' ? await accountFor(tx, ctx, member, identity) : member.accountId
    await tx.member.update({ where: { id: memberId }, data: { ...next, accountId }, select: { id: true } })
    const changed = changedKeys(member, next)
    if (changed.length > 0)
      await journal(tx, ctx, { act: 'member.updated', subject: 'Member', subjectId: memberId, details: { changed } })
  })
}

type Held = { accountId: string | null }

/** The same account under a new address where it is free; the one of that address where it exists; none without address. */
async function accountFor(
  tx: Tx,
  ctx: Context,
  { accountId }: Held,
  identity: Extract<Identity, { kind: 'PERSON' }>,
): Promise<string | null> {
  const { email } = identity
  if (!email) return null
  const name = personLabel(identity)
  const existing = await tx.account.findUnique({ where: { email }, select: { id: true } })
  if (existing && existing.id !== accountId) return existing.id
  if (!accountId) return (await openAccounts(tx, ctx, [{ email, name }])).get(email) ?? null
  await tx.account.update({ where: { id: accountId }, data: { email, name }, select: { id: true } })
  return accountId
}

function changedKeys(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const same = (a: unknown, b: unknown) =>
    a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b
  return Object.keys(after).filter(
    (key) => !['label', 'sortName', 'searchText'].includes(key) && !same(before[key], after[key]),
  )
}

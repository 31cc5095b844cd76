import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { forbidden, notFound, Refusal } from '~/platform/refusal'
import { may } from '~/platform/permissions'

/**
 * The President takes back what he lent, or returns and ends his replacement (9.1-d, 10-a): it ends at once. Refused when
 * it has ended already.
 */
export async function revokeDelegation(ctx: Context, { delegationId }: { delegationId: string }): Promise<void> {
  if (!may(ctx.actor, 'offices.manage')) throw forbidden()
  const today = dateColumn(parisDate(ctx.now))
  await transact(ctx.db, async (tx) => {
    const found = await tx.delegation.findUnique({ where: { id: delegationId }, select: { kind: true } })
    if (!found) throw notFound()
    const { count } = await tx.delegation.updateMany({
      where: { id: delegationId, revokedOn: null, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
      data: { revokedOn: today },
    })
    if (count === 0) throw new Refusal('Il y a déjà été mis fin.')
    const act = found.kind === 'DELEGATION' ? 'delegation.revoked' : 'replacement.ended'
    await journal(tx, ctx, { act, subject: 'Delegation', subjectId: delegationId })
  })
}

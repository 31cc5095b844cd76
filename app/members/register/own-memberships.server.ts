import type { Context } from '~/platform/context'

export type OwnMembership = { memberId: string; label: string }

/**
 * The memberships that are the actor's own business: those he speaks for, then the one that was his, until its data are
 * erased. Whoever has left still reads his receipts and pays what he owes.
 */
export async function ownMemberships({ db, actor }: Context): Promise<OwnMembership[]> {
  const spoken = actor.actingFor.map(({ memberId, label }) => ({ memberId, label }))
  const former = await db.member.findMany({
    where: { accountId: actor.accountId, anonymisedOn: null, id: { notIn: spoken.map(({ memberId }) => memberId) } },
    orderBy: { number: 'asc' },
    select: { id: true, label: true },
  })
  return [...spoken, ...former.map(({ id, label }) => ({ memberId: id, label }))]
}

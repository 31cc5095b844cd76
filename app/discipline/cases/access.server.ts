import { fileOf, keptFiles } from '~/letters/kept-files.server'
import { formerMemberships } from '~/members/register/former-memberships.server'
import type { Context } from '~/platform/context'
import type { Db, Tx } from '~/platform/db.server'
import { sitsInBureau } from '~/platform/permissions'
import { forbidden, notFound } from '~/platform/refusal'
import { involvedMembers, isInvolved } from './involved.server'

type Case = { id: string; memberId: string; organ: string; recusals: { memberId: string }[] }

/**
 * How the actor may look at a case: `concerned`: the member himself, even excluded since (never as an officer); `conducts`: an
 * officer who keeps the file; `decides`: an officer of the Bureau that decides. Null: the case does not exist for him; so for
 * an officer whom it involves.
 */
export type View = 'concerned' | 'conducts' | 'decides' | null

/** The views of several cases, by their id. */
export async function viewsOf(db: Db | Tx, ctx: Context, cases: readonly Case[]): Promise<Map<string, View>> {
  const [kept, former] = await Promise.all([keptFiles(db, ctx, cases.map(fileOf)), formerMemberships(db, ctx)])
  const views = cases.map(async (found): Promise<[string, View]> => {
    const own = former.has(found.memberId) || ctx.actor.actingFor.some(({ memberId }) => memberId === found.memberId)
    if (own) return [found.id, 'concerned']
    if (kept.has(found.id)) return [found.id, 'conducts']
    if (found.organ !== 'bureau' || !sitsInBureau(ctx.actor)) return [found.id, null]
    return [found.id, isInvolved(ctx.actor, await involvedMembers(db, found)) ? null : 'decides']
  })
  return new Map(await Promise.all(views))
}

/** How the actor may look at one case. */
export async function viewOf(db: Db | Tx, ctx: Context, found: Case): Promise<View> {
  return (await viewsOf(db, ctx, [found])).get(found.id) ?? null
}

/** Refuses an actor who does not keep the file of the case: 403 when he may read it, 404 when he may not even know of it. */
export async function demandConduct(tx: Tx, ctx: Context, found: Case): Promise<void> {
  const view = await viewOf(tx, ctx, found)
  if (view === null) throw notFound()
  if (view !== 'conducts') throw forbidden()
}

/** Against which of these members the actor may open a case: whose file he would keep. */
export async function openableAgainst(db: Db | Tx, ctx: Context, memberIds: readonly string[]): Promise<Set<string>> {
  return keptFiles(
    db,
    ctx,
    memberIds.map((id) => ({ key: id, named: [id] })),
  )
}

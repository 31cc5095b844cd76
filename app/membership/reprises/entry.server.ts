import { redirect } from '@remix-run/node'
import { isInstalling } from '~/association/installation/is-installing.server'
import type { Citation } from '~/members/register/citation.form'
import type { Context } from '~/platform/context'
import { isFresh } from '~/platform/sign-in/fresh'
import type { Fact, FactKind } from './facts'
import { mayPropose } from './may-propose.server'
import { proposeReprise } from './propose-reprise.server'

export type Entry = { cited: boolean; allowed: boolean; fresh: boolean }

/**
 * How a fact decided before or outside this software is entered today: freely while the association is being installed; else
 * `cited`, under two signatures, by whoever may propose it (`allowed`) and has just proved who he is (`fresh`).
 */
export async function entryOf(ctx: Context, kind: FactKind): Promise<Entry> {
  const cited = !(await isInstalling(ctx.db))
  return { cited, allowed: !cited || mayPropose(ctx.actor, kind), fresh: !cited || isFresh(ctx.actor, ctx.now) }
}

/** Proposes one fact with what its form cites, and goes where it waits for its second signature. */
export async function proposeOne(ctx: Context, fact: Fact, { source, decidedOn, why }: Citation) {
  const id = await proposeReprise(ctx, { facts: [fact], citation: { source, decidedOn, why } })
  return redirect(`/reprises/${id}`)
}

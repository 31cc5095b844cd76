import { repriseWaitingFor } from '~/members/import/waiting-reprise.server'
import type { Context } from '~/platform/context'
import { entryOf, type Entry } from '../reprises/entry.server'

/** How the members of a file enter: `waiting` is the reprise already proposed for it. */
export type Entering = { entry: Entry; waiting: string | null }

/** How the members that a dry run creates enter today; null: as one confirms it, for none is or the installation is open. */
export async function enteringOf(
  ctx: Context,
  { id, counts }: { id: string; counts: { create: number } },
): Promise<Entering | null> {
  if (counts.create === 0) return null
  const entry = await entryOf(ctx, 'import')
  return entry.cited ? { entry, waiting: await repriseWaitingFor(ctx.db, id) } : null
}

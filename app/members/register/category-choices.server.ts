import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { categoryList } from './category-label'

/** The categories of the statutes in force, as a list to choose from. */
export async function categoryChoices(ctx: Context): Promise<{ value: string; label: string }[]> {
  const { statutes } = await statutesInForce(ctx.db, parisDate(ctx.now))
  return categoryList(statutes)
}

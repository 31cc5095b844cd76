import type { Context } from '~/platform/context'
import { countsSchema } from './summary'

const SHOWN = 5

/** The latest imports that were done, to see again what they did or to undo them. */
export async function latestImports(ctx: Context) {
  const rows = await ctx.db.memberImport.findMany({
    where: { appliedAt: { not: null } },
    orderBy: { appliedAt: 'desc' },
    take: SHOWN,
    select: { id: true, fileName: true, appliedAt: true, summary: true, undoneAt: true },
  })
  return rows.flatMap(({ id, fileName, appliedAt, summary, undoneAt }) => {
    const counts = countsSchema.safeParse(summary)
    if (!counts.success || !appliedAt) return []
    return [{ id, fileName, at: appliedAt.toISOString(), counts: counts.data, undone: undoneAt !== null }]
  })
}

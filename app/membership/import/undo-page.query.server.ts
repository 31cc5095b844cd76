import { data } from '@remix-run/node'
import { z } from 'zod'
import { writtenSchema } from '~/members/import/written'
import type { Context } from '~/platform/context'
import { undoneSentence, undoObstacles } from './undo-obstacles.server'

const SHOWN = 20

/** What undoing an import would do, or what stops it; 404 when there is no such import to undo. */
export async function undoPage(ctx: Context, id: string | undefined) {
  const known = z.uuid().safeParse(id)
  const kept = known.success ? await ctx.db.memberImport.findUnique({ where: { id: known.data } }) : null
  if (!kept?.appliedAt || !kept.written || kept.undoneAt) throw data(null, { status: 404 })
  const written = writtenSchema.parse(kept.written)
  const obstacles = await undoObstacles(ctx.db, { appliedAt: kept.appliedAt, written })
  return {
    id: kept.id,
    fileName: kept.fileName,
    effect: undoneSentence(written),
    consents: written.consents,
    obstacles: obstacles.slice(0, SHOWN),
    others: Math.max(0, obstacles.length - SHOWN),
  }
}

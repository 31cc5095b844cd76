import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { demandPreparer } from '../prepare/demand-allowed.server'
import { listReadyRemovals } from './list-ready-removals.server'

/** Who prepares a meeting puts every ready case of removal on its agenda, those that were taken off as well (6.4-b). */
export async function listOnAgenda(ctx: Context, meetingId: string): Promise<number> {
  demandPreparer(ctx)
  return transact(ctx.db, (tx) => listReadyRemovals(tx, ctx, { meetingId, again: true }))
}

import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { scheduleNext } from './ladder/schedule-next.server'

/**
 * The open dues of a member that leaves are asked for no more; what is owed stays owed (art. 4 of the law of 1901). Returns how
 * many were closed.
 */
export async function closeDuesOf(
  tx: Tx,
  memberId: string,
  { as, on }: { as: 'REMOVED' | 'LEFT'; on: string },
): Promise<number> {
  const { count } = await tx.dues.updateMany({
    where: { memberId, closedAs: null },
    data: { closedAs: as, closedOn: dateColumn(on), nextOn: null },
  })
  return count
}

/** Asks again the dues of a period still running that the departure had closed. */
export async function reopenDues(tx: Tx, ctx: Context, memberId: string): Promise<void> {
  const today = dateColumn(parisDate(ctx.now))
  const closed = await tx.dues.findMany({
    where: { memberId, closedAs: 'LEFT', settledOn: null, period: { endsOn: { gte: today } } },
    select: { id: true },
  })
  const ids = closed.map(({ id }) => id)
  await tx.dues.updateMany({
    where: { id: { in: ids } },
    data: { closedAs: null, closedOn: null, reopenedOn: today },
  })
  await scheduleNext(tx, ctx, ids)
}

import type { Db, Tx } from '~/platform/db.server'
import type { UsedQuery, UsedRight } from '../box'

/** Slips that were cast, by ballot then by member. */
export async function usedRights(db: Db | Tx, { resolutionId, members, voters }: UsedQuery): Promise<UsedRight[]> {
  const either = [members && { memberId: { in: [...members] } }, voters && { voterId: { in: [...voters] } }]
  return db.slip.findMany({
    where: { resolutionId, cast: true, ...((members || voters) && { OR: either.flatMap((each) => each ?? []) }) },
    orderBy: [{ resolutionId: 'asc' }, { memberId: 'asc' }],
    select: {
      ...{ resolutionId: true, memberId: true, voterId: true, voices: true, category: true },
      ...{ online: true, choice: true, receipt: true },
    },
  })
}

import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'

/**
 * The memberships that have ended and stay the actor's own business until their data are erased: the one that was his, and
 * those of the bodies of which he still is the legal representative (6.2-d).
 */
export async function formerMemberships(db: Db | Tx, { actor, now }: Context): Promise<Set<string>> {
  const today = dateColumn(parisDate(now))
  const lasting = { from: { lte: today }, OR: [{ until: null }, { until: { gte: today } }] }
  const found = await db.member.findMany({
    where: {
      leftOn: { lte: today },
      anonymisedOn: null,
      OR: [
        { accountId: actor.accountId },
        { representatives: { some: { accountId: actor.accountId, kind: 'LEGAL', ...lasting } } },
      ],
    },
    select: { id: true },
  })
  return new Set(found.map(({ id }) => id))
}

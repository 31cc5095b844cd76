import { lockRunningMeetings } from '~/meetings/proxies/void-proxies-of-member.server'
import { lockOffices } from '~/offices/mandates.server'
import { parisDate } from '~/platform/clock.server'
import type { SystemContext } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { eachAlone } from '~/platform/each-alone.server'
import { followDeparture } from './follow-departure.server'

/**
 * The night's work: departures announced ahead whose day has come bring what follows (6.4-a). Each on its own, so that one that
 * fails does not stop the others; run twice, or by two at once, it does nothing more. Returns how many departures it carried
 * out.
 */
export async function runMembershipDay(ctx: SystemContext): Promise<number> {
  const gone = await ctx.db.member.findMany({
    where: { leftOn: { lte: dateColumn(parisDate(ctx.now)) }, restrictedOn: null },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  const { done } = await eachAlone(
    'departures of the day',
    gone.map(({ id }) => id),
    (id) =>
      transact(ctx.db, async (tx) => {
        await lockRunningMeetings(tx)
        await lockOffices(tx)
        await followDeparture(tx, ctx, id)
      }),
  )
  return done
}

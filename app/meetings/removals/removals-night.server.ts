import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { allOf, togetherOrAlone } from '~/platform/each-alone.server'
import { followListings, listedCases } from './follow-listings.server'
import { listReadyRemovals } from './list-ready-removals.server'
import { readyRemovals } from './ready.server'
import { takeOffPaid } from './take-off-paid.server'

/**
 * 6.4-b, after the nightly run of the dues: takes the step of the cases that a convocation has put on an agenda, takes off the
 * agendas those that were paid, puts those that are ready on the next draft of the organ that pronounces removals. Each part and
 * each case on its own; fails once all is done when one did.
 */
export async function runRemovalsNight(ctx: Context | SystemContext): Promise<void> {
  const today = parisDate(ctx.now)
  await allOf('removals of the night', {
    listed: async () => {
      const found = await listedCases(ctx.db)
      const ids = found.map(({ duesId }) => duesId)
      return togetherOrAlone('cases convened', ids, (duesIds) =>
        transact(ctx.db, (tx) => followListings(tx, ctx, { duesIds })),
      )
    },
    paid: () => takeOffPaid(ctx),
    ready: async () => {
      const ids = (await readyRemovals(ctx.db, today)).map(({ id }) => id)
      return togetherOrAlone('cases ready', ids, (duesIds) =>
        transact(ctx.db, async (tx) => {
          const meetingId = await nextDraft(tx, today)
          return meetingId === null ? 0 : listReadyRemovals(tx, ctx, { meetingId, again: false, duesIds })
        }),
      )
    },
  })
}

/** The first meeting in preparation of the organ that pronounces removals; null where the President does, or none is. */
export async function nextDraft(tx: Tx, today: string): Promise<string | null> {
  const { statutes } = await statutesInForce(tx, today)
  const organ = statutes.dues.removalBy
  if (organ === 'president') return null
  const found = await tx.meeting.findFirst({
    where: { body: organ, state: 'DRAFT', session: 1, date: { gte: dateColumn(today) } },
    orderBy: [{ date: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return found?.id ?? null
}

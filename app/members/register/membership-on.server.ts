import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { foldEvents, isMemberOn, type Membership } from './fold-events'
import { EVENT_ORDER, eventOf } from './membership-rows'

/** What the events up to a civil day make of a membership; null when there was none on that day. */
export async function membershipOn(tx: Tx, memberId: string, day: string): Promise<Membership | null> {
  const rows = await tx.memberEvent.findMany({
    where: { memberId, on: { lte: dateColumn(day) } },
    orderBy: EVENT_ORDER,
  })
  const membership = foldEvents(rows.map(eventOf))
  return membership && isMemberOn(membership, day) ? membership : null
}

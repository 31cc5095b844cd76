import type { Db, Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { addDays, daysBetween, earlier, later, type CivilDate } from '~/statutes/civil-date'
import { reason } from '~/statutes/ruling'
import type { FounderCandidate } from '~/statutes/membership'
import { foldEvents, type MembershipEvent } from './fold-events'
import { EVENT_ORDER, eventOf } from './membership-rows'

type Candidate = Pick<FounderCandidate, 'category' | 'activeSince' | 'suspendedDays'>

/**
 * 6.1-c: what the years of a member say on a day for the title of founder: since when he has been in the category `from`
 * without a break, and how many days of suspension to take away.
 */
export async function founderCandidate(
  tx: Db | Tx,
  input: { memberId: string; from: string; date: CivilDate },
): Promise<Candidate> {
  const { memberId, from, date } = input
  const rows = await tx.memberEvent.findMany({ where: { memberId }, orderBy: EVENT_ORDER })
  const events = rows.map(eventOf)
  const membership = foldEvents(events)
  if (!membership)
    throw new Refusal('Ce membre n’est pas inscrit.', { reasons: [reason('6.1-c', 'Ce membre n’est pas inscrit.')] })
  const entered = events.findLast(
    ({ kind, category }) => kind === 'ADMITTED' || (kind === 'CATEGORY_CHANGED' && category === from),
  )
  const activeSince = entered?.on ?? membership.admittedOn
  return { category: membership.category, activeSince, suspendedDays: suspendedDays(events, activeSince, date) }
}

/** Days of suspension between two days, both included; one lifted early ends on its eve. */
export function suspendedDays(events: readonly MembershipEvent[], since: CivilDate, date: CivilDate): number {
  const spans: { from: CivilDate; until: CivilDate }[] = []
  for (const { kind, on, until } of events) {
    const last = spans.at(-1)
    if (kind === 'SUSPENDED') spans.push({ from: on, until: until ?? date })
    if (kind === 'REINSTATED' && last) last.until = earlier(last.until, addDays(on, -1))
  }
  return spans.reduce(
    (sum, { from, until }) => sum + Math.max(0, daysBetween(later(from, since), earlier(until, date)) + 1),
    0,
  )
}

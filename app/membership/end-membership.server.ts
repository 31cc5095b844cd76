import { lockRunningMeetings } from '~/meetings/proxies/void-proxies-of-member.server'
import { recordMemberEvent } from '~/members/register/record-member-event.server'
import { lockOffices } from '~/offices/mandates.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { followDeparture, type Followed } from './leaving/follow-departure.server'

export type Ending = {
  memberId: string
  kind: 'RESIGNED' | 'EXCLUDED' | 'REMOVED' | 'DECEASED' | 'DISSOLVED'
  /** first day without membership */
  on: string
  reason?: string | null
  resolutionId?: string | null
  /** see `Origin` */
  takenOver?: boolean
  repriseId?: string | null
}

/**
 * 6.4-a, 6.4-b: the one way by which a membership ends. Records it, then carries out what follows: offices vacant, proxies
 * over, dues closed (the debt stays), personal data restricted, sessions cut. When its day is to come, `membership-day` carries
 * the rest out on that day. Whoever calls has judged the right to do so. Refused (409, with its article) when the member has
 * left already, or when the cause cannot be his. Returns what followed; null when that day is to come.
 */
export async function endMembership(tx: Tx, ctx: Context | SystemContext, input: Ending): Promise<Followed | null> {
  await lockRunningMeetings(tx)
  await lockOffices(tx)
  await recordMemberEvent(tx, ctx, input)
  if (input.on > parisDate(ctx.now)) return null
  return followDeparture(tx, ctx, input.memberId)
}

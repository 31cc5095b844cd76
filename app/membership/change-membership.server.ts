import { endProxiesWithoutRight } from '~/meetings/proxies/end-proxies-without-right.server'
import { lockRunningMeetings } from '~/meetings/proxies/void-proxies-of-member.server'
import { recordMemberEvent, type NewMemberEvent } from '~/members/register/record-member-event.server'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'

export type MembershipChange = Omit<NewMemberEvent, 'kind'> & { kind: 'CATEGORY_CHANGED' | 'SUSPENDED' }

/**
 * 6.1-b to 6.4-c: the one way by which a member who stays one changes category or is suspended. Records it, then ends the proxies
 * of meetings to come that rested on what he was, both parties told. Whoever calls has judged the right to do so. Refused (409,
 * with its article) when the event cannot follow those recorded.
 */
export async function changeMembership(tx: Tx, ctx: Context | SystemContext, change: MembershipChange): Promise<void> {
  await lockRunningMeetings(tx)
  await recordMemberEvent(tx, ctx, change)
  await endProxiesWithoutRight(tx, ctx, change.memberId)
}

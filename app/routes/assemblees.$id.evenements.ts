import type { LoaderFunctionArgs } from '@remix-run/node'
import { seesLiveRow } from '~/ballots/live-row'
import { meetingAccess } from '~/meetings/access.server'
import { meetingTopic } from '~/meetings/session/facts.server'
import { signedInContext } from '~/offices/request.server'
import { liveStream } from '~/platform/live.server'

/** Live events of a meeting for whoever may see it; none of them carries a secret. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting } = await meetingAccess(ctx, params.id)
  const mine = ctx.actor.actingFor.map(({ memberId }) => memberId)
  return liveStream({
    request,
    topic: meetingTopic(meeting.id),
    watcher: ctx.actor.accountId,
    filter: (row) => seesLiveRow(row, mine),
  })
}

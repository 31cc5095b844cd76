import type { Minutes } from '~/generated/prisma/client'
import { readsMinutes } from '~/meetings/document-access.server'
import type { Context } from '~/platform/context'
import { may } from '~/platform/permissions'
import { roleOf, rolesFor, type Sitting } from './signatories'

/** Which minutes of a meeting the actor reads: all, where he writes or signs them; else the signed ones, by the rule of documents. */
export async function mayReadMinutes(
  ctx: Context,
  meeting: Sitting & { id: string },
): Promise<(minutes: Pick<Minutes, 'state'>) => boolean> {
  const concerned = may(ctx.actor, 'minutes.write') || roleOf(ctx.actor, meeting, rolesFor(meeting.body)) !== null
  const reads = concerned || (await readsMinutes(ctx, meeting.id))
  return ({ state }) => (state === 'SIGNED' ? reads : concerned)
}

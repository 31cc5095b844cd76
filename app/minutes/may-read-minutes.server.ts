import type { Minutes } from '~/generated/prisma/client'
import { readsMinutes } from '~/meetings/document-access.server'
import type { Actor, Context } from '~/platform/context'
import { may } from '~/platform/permissions'
import { roleOf, rolesFor, type Sitting } from './signatories'

/** Whether the actor holds the desk or writes the minutes: the attendance sheet is for them. */
export function readsAttendanceSheet(actor: Actor): boolean {
  return may(actor, 'session.desk') || may(actor, 'minutes.write')
}

/** Which minutes of a meeting the actor reads: all, where he writes or signs them; else the signed ones, by the rule of documents. */
export async function mayReadMinutes(
  ctx: Context,
  meeting: Sitting & { id: string },
): Promise<(minutes: Pick<Minutes, 'state'>) => boolean> {
  const concerned = may(ctx.actor, 'minutes.write') || roleOf(ctx.actor, meeting, rolesFor(meeting.body)) !== null
  const reads = concerned || (await readsMinutes(ctx, meeting.id))
  return ({ state }) => (state === 'SIGNED' ? reads : concerned)
}

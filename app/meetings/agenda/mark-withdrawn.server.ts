import type { ResolutionState } from '~/generated/prisma/enums'
import type { Context, SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { publish } from '~/platform/live.server'
import { meetingTopic } from '../session/facts.server'

type Withdrawn = { id: string; number: number; meetingId: string; from: ResolutionState }

/** A resolution that will not be voted stays on its agenda, marked withdrawn: told to the pages that watch, so call it last. */
export async function markWithdrawn(tx: Tx, ctx: Context | SystemContext, withdrawn: Withdrawn): Promise<void> {
  const { id: resolutionId, number, meetingId, from } = withdrawn
  const data = { state: 'WITHDRAWN' as const, closedAt: dateFromInstant(ctx.now) }
  await tx.resolution.update({ where: { id: resolutionId }, data, select: { id: true } })
  await journal(tx, ctx, {
    act: 'resolution.withdrawn',
    subject: 'Resolution',
    subjectId: resolutionId,
    details: { from },
  })
  await publish(tx, meetingTopic(meetingId), 'ballot-closed', { resolutionId, number, state: 'WITHDRAWN' })
}

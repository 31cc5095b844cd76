import type { Context, SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { publish } from '~/platform/live.server'
import { meetingTopic } from '../session/facts.server'

type Pending = { id: string; number: number; meetingId: string }

/** A resolution of an agenda that was sent, without object before any vote: it stays on the agenda, marked withdrawn. */
export async function withdrawPending(tx: Tx, ctx: Context | SystemContext, pending: Pending): Promise<void> {
  const { id: resolutionId, number, meetingId } = pending
  const data = { state: 'WITHDRAWN' as const, closedAt: dateFromInstant(ctx.now) }
  await tx.resolution.update({ where: { id: resolutionId }, data, select: { id: true } })
  await journal(tx, ctx, {
    act: 'resolution.withdrawn',
    subject: 'Resolution',
    subjectId: resolutionId,
    details: { from: 'PENDING' },
  })
  await publish(tx, meetingTopic(meetingId), 'ballot-closed', { resolutionId, number, state: 'WITHDRAWN' })
}

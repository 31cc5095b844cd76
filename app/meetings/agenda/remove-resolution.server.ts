import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { Refusal } from '~/platform/refusal'
import { lockMeeting } from '../lock.server'
import { demandAgendaOpen, demandPreparer } from '../prepare/demand-allowed.server'
import { renumber } from './order.server'

/** Takes a resolution off the agenda before any vote; the others are numbered again. */
export async function removeResolution(
  ctx: Context,
  input: { meetingId: string; resolutionId: string },
): Promise<void> {
  demandPreparer(ctx)
  const { meetingId, resolutionId } = input
  await transact(ctx.db, async (tx) => {
    demandAgendaOpen(await lockMeeting(tx, meetingId))
    const removed = await tx.resolution.deleteMany({ where: { id: resolutionId, meetingId, state: 'PENDING' } })
    if (removed.count === 0) throw new Refusal('Cette résolution est déjà ouverte au vote ou n’existe plus.')
    await renumber(tx, meetingId)
    await journal(tx, ctx, {
      act: 'resolution.removed',
      subject: 'Meeting',
      subjectId: meetingId,
      details: { resolutionId },
    })
  })
}

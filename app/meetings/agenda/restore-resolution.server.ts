import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { notFound, Refusal } from '~/platform/refusal'
import { lockMeeting } from '../lock.server'
import { demandAgendaOpen, demandPreparer } from '../prepare/demand-allowed.server'
import { appendResolution } from './append.server'
import { makeRoom, renumber } from './order.server'
import { openRemovedResolution } from './removed-item.server'
import { demandNotListed } from './restore-item.server'

/**
 * Puts a resolution that was just removed back in its point, at its number. Refused ten minutes later, once the session is open,
 * when its point is gone, or when what it does was put on an agenda again meanwhile. Pressed twice, it is back once.
 */
export async function restoreResolution(
  ctx: Context,
  input: { meetingId: string; removed: string; seal: string },
): Promise<void> {
  demandPreparer(ctx)
  const removed = openRemovedResolution(ctx, input)
  if (!removed) throw new Refusal('Ce retrait date de plus de dix minutes : écrivez la résolution de nouveau.')
  if (removed.meetingId !== input.meetingId) throw notFound()
  const { rank, at: _at, effect, ...resolution } = removed
  const { id, meetingId, agendaItemId } = resolution
  await transact(ctx.db, async (tx) => {
    demandAgendaOpen(await lockMeeting(tx, meetingId))
    if ((await tx.resolution.count({ where: { id } })) > 0) return
    if ((await tx.agendaItem.count({ where: { id: agendaItemId, meetingId } })) === 0)
      throw new Refusal('Le point de cette résolution n’est plus à l’ordre du jour : elle ne revient pas.')
    await demandNotListed(tx, { resolutions: [removed] })
    await appendResolution(tx, { ...resolution, effect: effect ?? undefined })
    await makeRoom(tx, { agendaItemId, id, rank })
    await renumber(tx, meetingId)
    await journal(tx, ctx, {
      act: 'resolution.restored',
      subject: 'Meeting',
      subjectId: meetingId,
      details: { resolutionId: id },
    })
  })
}

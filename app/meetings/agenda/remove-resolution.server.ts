import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { Refusal } from '~/platform/refusal'
import { lockMeeting } from '../lock.server'
import { demandAgendaOpen, demandPreparer } from '../prepare/demand-allowed.server'
import { fileOf, readEffect } from '~/effects'
import type { Removal } from './move-item.server'
import { renumber } from './order.server'
import { readRemovedResolution, sealRemoved } from './removed-item.server'

/**
 * Takes a resolution off the agenda before any vote; the others are numbered again. Says how it comes back; null for the
 * resolution of a file (a case, an application), which is listed again from its file.
 */
export async function removeResolution(
  ctx: Context,
  input: { meetingId: string; resolutionId: string },
): Promise<Removal | null> {
  demandPreparer(ctx)
  const { meetingId, resolutionId } = input
  return transact(ctx.db, async (tx) => {
    demandAgendaOpen(await lockMeeting(tx, meetingId))
    const found = await tx.resolution.findFirst({ where: { id: resolutionId, meetingId, state: 'PENDING' } })
    if (!found) throw new Refusal('Cette résolution est déjà ouverte au vote ou n’existe plus.')
    const { agendaItemId, number } = found
    const rank = await tx.resolution.count({ where: { agendaItemId, number: { lt: number } } })
    await tx.resolution.delete({ where: { id: resolutionId }, select: { id: true } })
    await renumber(tx, meetingId)
    await journal(tx, ctx, {
      act: 'resolution.removed',
      subject: 'Meeting',
      subjectId: meetingId,
      details: { resolutionId },
    })
    const effect = readEffect(found.effect)
    if (effect && fileOf(effect)) return null
    const removed = readRemovedResolution({ ...found, rank, at: ctx.now.epochMilliseconds })
    return { title: found.title, ...sealRemoved(ctx, removed) }
  })
}

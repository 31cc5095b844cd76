import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { notFound, Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { lockMeeting } from '../lock.server'
import { appendItem } from './append.server'
import type { ItemInput } from './agenda.form'
import { demandAgendaOpen, demandNoOnlineVote, demandPreparer } from '../prepare/demand-allowed.server'

/**
 * Adds a point at the end of the agenda, or rewrites one (13.2-b). Refused once the session is open, and when a point that
 * bears resolutions would no longer be voted.
 */
export async function saveItem(
  ctx: Context,
  input: ItemInput & { meetingId: string; itemId: string | null },
): Promise<{ itemId: string }> {
  demandPreparer(ctx)
  const { meetingId, itemId, title, kind, notes = '' } = input
  return transact(ctx.db, async (tx) => {
    demandAgendaOpen(await lockMeeting(tx, meetingId))
    if (itemId === null) {
      const createdId = await appendItem(tx, { id: v7(ctx.now.epochMilliseconds), meetingId, title, kind, notes })
      await journal(tx, ctx, {
        act: 'agenda.item-added',
        subject: 'Meeting',
        subjectId: meetingId,
        details: { itemId: createdId },
      })
      return { itemId: createdId }
    }
    const item = await tx.agendaItem.findFirst({
      where: { id: itemId, meetingId },
      select: { title: true, _count: { select: { resolutions: true } } },
    })
    if (!item) throw notFound()
    if (kind !== 'VOTE' && item._count.resolutions > 0)
      throw new Refusal('Ce point porte des résolutions : retirez-les avant d’en faire un point sans vote.')
    if (item.title !== title) await demandNoOnlineVote(tx, meetingId, itemId)
    // a point that is not voted gathers no file: those to come stand under another
    const data = { title, kind, notes, ...(kind !== 'VOTE' && { gathers: null }) }
    await tx.agendaItem.update({ where: { id: itemId }, data, select: { id: true } })
    await journal(tx, ctx, {
      act: 'agenda.item-changed',
      subject: 'Meeting',
      subjectId: meetingId,
      details: { itemId },
    })
    return { itemId }
  })
}

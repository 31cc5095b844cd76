import { markWithdrawn } from '~/meetings/mark-withdrawn.server'
import { renumberResolutions } from '~/meetings/prepare/renumber.server'
import type { Context } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { frenchDate } from '~/ui/format'
import type { Listing } from './appeal-facts.server'

/** An agenda in preparation loses the resolution; one that was sent keeps it, marked withdrawn. */
export const isDraft = ({ meeting }: Listing): boolean => meeting.state === 'DRAFT'

/**
 * What becomes of the resolution on an appeal withdrawn `on` a day: an agenda in preparation loses it with its point, one that was
 * sent keeps it, noted without object and never voted. Whoever calls holds the meeting, and calls it last.
 */
export async function takeOffAgenda(tx: Tx, ctx: Context, listing: Listing, on: string): Promise<void> {
  const { id: resolutionId, number, agendaItemId, meeting } = listing
  if (isDraft(listing)) {
    await tx.resolution.delete({ where: { id: resolutionId }, select: { id: true } })
    await removeEmptyItem(tx, meeting.id, agendaItemId)
    await renumberResolutions(tx, meeting.id)
    await journal(tx, ctx, {
      act: 'resolution.removed',
      subject: 'Meeting',
      subjectId: meeting.id,
      details: { resolutionId },
    })
    return
  }
  await noteWithdrawn(tx, agendaItemId, `Recours retiré le ${frenchDate(on)} : sans objet, il ne sera pas voté.`)
  await markWithdrawn(tx, ctx, { id: resolutionId, number, meetingId: meeting.id, from: 'PENDING' })
}

async function noteWithdrawn(tx: Tx, itemId: string, note: string): Promise<void> {
  const { notes } = await tx.agendaItem.findUniqueOrThrow({ where: { id: itemId }, select: { notes: true } })
  const data = { notes: [notes, note].filter(Boolean).join('\n') }
  await tx.agendaItem.update({ where: { id: itemId }, data, select: { id: true } })
}

/** The point names the person: nothing left to vote, it goes as well. Two passes: a position is unique at every moment. */
async function removeEmptyItem(tx: Tx, meetingId: string, itemId: string): Promise<void> {
  if ((await tx.resolution.count({ where: { agendaItemId: itemId } })) > 0) return
  await tx.document.updateMany({ where: { agendaItemId: itemId }, data: { agendaItemId: null } })
  const { position } = await tx.agendaItem.delete({ where: { id: itemId }, select: { position: true } })
  await tx.$executeRaw`
    update "AgendaItem" set "position" = -"position" where "meetingId" = ${meetingId}::uuid and "position" > ${position}`
  await tx.$executeRaw`
    update "AgendaItem" set "position" = -"position" - 1 where "meetingId" = ${meetingId}::uuid and "position" < 0`
}

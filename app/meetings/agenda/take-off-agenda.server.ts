import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { unplaceDocuments } from '~/platform/document-places.server'
import { journal } from '~/platform/journal.server'
import { Refusal } from '~/platform/refusal'
import { lockMeeting } from '../lock.server'
import { markWithdrawn } from './mark-withdrawn.server'
import { addNote } from './note.server'
import { itemOrder, orderAgenda, renumber } from './order.server'
import { isVoteBegun } from './vote-begun'

export type TakeOff = {
  resolutionId: string
  /** why it is not voted, written under its point where the agenda was sent */
  noted?: string
  /** what a point that gathers such files says once it holds none: it is only information then; not given, it stays as it is */
  emptied?: string
}

/**
 * Takes the resolution of a file off its agenda, in the transaction of the room that keeps the file: an agenda in preparation
 * loses it, with the point that was its own; one that was sent keeps it, marked withdrawn, never voted. Gone or withdrawn
 * already, nothing more happens. Refused (409) once its vote has begun. Holds the meeting; told to the pages that watch, so call
 * it last.
 */
export async function takeOffAgenda(tx: Tx, ctx: Context | SystemContext, off: TakeOff): Promise<void> {
  const seen = await tx.resolution.findUnique({ where: { id: off.resolutionId }, select: { meetingId: true } })
  if (!seen) return
  const { meetingId } = seen
  const meeting = await lockMeeting(tx, meetingId)
  const resolution = await tx.resolution.findUnique({ where: { id: off.resolutionId } })
  if (!resolution || resolution.state === 'WITHDRAWN') return
  if (isVoteBegun(resolution))
    throw new Refusal('Le vote sur cette résolution a commencé : elle reste à l’ordre du jour.')
  const { id, number, agendaItemId } = resolution
  if (meeting.state !== 'DRAFT') {
    if (off.noted) await addNote(tx, agendaItemId, off.noted)
    return markWithdrawn(tx, ctx, { id, number, meetingId, from: 'PENDING' })
  }
  await tx.resolution.delete({ where: { id }, select: { id: true } })
  if ((await tx.resolution.count({ where: { agendaItemId } })) === 0) await leaveEmpty(tx, agendaItemId, off.emptied)
  await renumber(tx, meetingId)
  await journal(tx, ctx, {
    act: 'resolution.removed',
    subject: 'Meeting',
    subjectId: meetingId,
    details: { resolutionId: id },
  })
}

/** A point of its own names the file and goes with it; one that gathered such files says that there is none. */
async function leaveEmpty(tx: Tx, itemId: string, emptied?: string): Promise<void> {
  const { gathers, meetingId } = await tx.agendaItem.findUniqueOrThrow({ where: { id: itemId } })
  if (gathers === null) {
    await removeItem(tx, itemId)
    await orderAgenda(tx, meetingId, await itemOrder(tx, meetingId))
  } else if (emptied) {
    const data = { kind: 'INFORMATION' as const, notes: emptied, gathers: null }
    await tx.agendaItem.update({ where: { id: itemId }, data, select: { id: true } })
  }
}

/** A point that bears no resolution leaves its agenda; its documents stay with the meeting. */
export async function removeItem(tx: Tx, itemId: string): Promise<void> {
  await unplaceDocuments(tx, itemId)
  await tx.agendaItem.delete({ where: { id: itemId }, select: { id: true } })
}

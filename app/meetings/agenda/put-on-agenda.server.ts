import { statutesVersion } from '~/association/in-force.server'
import type { Meeting } from '~/generated/prisma/client'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { demandLawful, Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { fileOf, filePart, type FileEffect, type FileEffectKind } from '~/effects'
import { competenceRuling } from '~/effects/carriers.server'
import { lockMeeting } from '../lock.server'
import { demandAgendaOpen } from '../prepare/demand-allowed.server'
import { appendItem, appendResolution } from './append.server'
import { lockFile } from './listing.server'
import { addNote } from './note.server'
import { renumber } from './order.server'

export type PutOnAgenda = {
  meetingId: string
  /** what the adoption of the resolution does, which names the file */
  effect: FileEffect
  title: string
  text: string
  secret: boolean
  /** one line of the notes of its point */
  note?: string
}

/**
 * Puts a file on the agenda of a meeting in preparation, in the transaction of the room that keeps it: a resolution under the
 * point that gathers such files, else under a point of its own, at the end. Put there already, it stays as it is. Refused
 * (409): what `demandDraft` refuses, a file that the agenda of another meeting carries. Holds the meeting, then the file.
 */
export async function putOnAgenda(
  tx: Tx,
  ctx: Context | SystemContext,
  put: PutOnAgenda,
): Promise<{ itemId: string; resolutionId: string }> {
  const { meetingId, effect, title, text, secret, note } = put
  await demandDraft(tx, await lockMeeting(tx, meetingId), effect.kind)
  const file = fileOf(effect)
  if (!file) throw new Error(`an effect ${effect.kind} without its file`)
  const known = await lockFile(tx, file)
  if (known?.meeting.id === meetingId) return { itemId: known.agendaItemId, resolutionId: known.id }
  if (known) throw new Refusal('Ce dossier est déjà à l’ordre du jour d’une autre réunion.')
  const itemId = await pointFor(tx, ctx, { meetingId, kind: effect.kind, title })
  const id = v7(ctx.now.epochMilliseconds)
  const resolutionId = await appendResolution(tx, { id, meetingId, agendaItemId: itemId, title, text, secret, effect })
  if (note) await addNote(tx, itemId, note)
  await renumber(tx, meetingId)
  return { itemId, resolutionId }
}

/**
 * Refuses (409) an agenda on which such files are not put: of a meeting convened already, of a second session (13.2-e), of a body
 * to which the statutes do not give that decision; a file that names its organ is judged by its own room.
 */
export async function demandDraft(tx: Tx, meeting: Meeting, kind: FileEffectKind): Promise<void> {
  demandAgendaOpen(meeting)
  if (meeting.state !== 'DRAFT')
    throw new Refusal('Cette réunion est déjà convoquée : son ordre du jour est connu de ses membres.')
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  demandLawful(competenceRuling(statutes, meeting.body, kind))
}

/** The point under which files of this kind stand together, else one of its own. */
async function pointFor(
  tx: Tx,
  ctx: Context | SystemContext,
  { meetingId, kind, title }: { meetingId: string; kind: FileEffectKind; title: string },
): Promise<string> {
  const id = v7(ctx.now.epochMilliseconds)
  const together = filePart(kind)?.gathered
  if (!together) return appendItem(tx, { id, meetingId, title, kind: 'VOTE' })
  const known = await tx.agendaItem.findUnique({
    where: { meetingId_gathers: { meetingId, gathers: kind } },
    select: { id: true },
  })
  return known?.id ?? appendItem(tx, { id, meetingId, title: together, kind: 'VOTE', gathers: kind })
}

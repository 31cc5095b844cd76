import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { storeDocument, type StoredFile } from '~/platform/documents.server'
import { journal } from '~/platform/journal.server'
import { notFound } from '~/platform/refusal'
import { lockMeeting } from '../lock.server'
import { demandPreparer } from './demand-allowed.server'
import type { DocumentInput } from './document.form'

/** Attaches a file to a meeting or to one of its points; open to the members at once when asked (15-b). */
export async function attachDocument(
  ctx: Context,
  input: DocumentInput & { meetingId: string; file: StoredFile },
): Promise<{ documentId: string }> {
  demandPreparer(ctx)
  const { meetingId, agendaItemId = null, title, kind, file } = input
  return transact(ctx.db, async (tx) => {
    await lockMeeting(tx, meetingId)
    if (
      agendaItemId !== null &&
      !(await tx.agendaItem.findFirst({ where: { id: agendaItemId, meetingId }, select: { id: true } }))
    )
      throw notFound()
    const openSince = input.open === 'on' ? ctx.now : null
    const documentId = await storeDocument(tx, file, {
      title,
      kind,
      meetingId,
      agendaItemId,
      openSince,
      uploadedById: ctx.actor.accountId,
      now: ctx.now,
    })
    await journal(tx, ctx, {
      act: 'document.attached',
      subject: 'Document',
      subjectId: documentId,
      details: { meetingId, kind, open: openSince !== null },
    })
    return { documentId }
  })
}

import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { markOpenDocument } from '~/platform/document-places.server'
import { eraseDocuments } from '~/platform/documents.server'
import { journal } from '~/platform/journal.server'
import { notFound, Refusal } from '~/platform/refusal'
import { demandPreparer } from './demand-allowed.server'

type Target = { meetingId: string; documentId: string }

/** Opens a document to every member from now on (15-b); the day it first opened is kept. */
export async function openDocument(ctx: Context, { meetingId, documentId }: Target): Promise<void> {
  demandPreparer(ctx)
  await transact(ctx.db, async (tx) => {
    const document = await tx.document.findFirst({ where: { id: documentId, meetingId, memberId: null } })
    if (!document) throw notFound()
    if (document.openSince !== null) return
    await markOpenDocument(tx, documentId, ctx.now)
    await journal(tx, ctx, {
      act: 'document.opened',
      subject: 'Document',
      subjectId: documentId,
      details: { meetingId },
    })
  })
}

/** Takes away a document that the members have not been shown yet. */
export async function removeDocument(ctx: Context, { meetingId, documentId }: Target): Promise<void> {
  demandPreparer(ctx)
  await transact(ctx.db, async (tx) => {
    const document = await tx.document.findFirst({ where: { id: documentId, meetingId, memberId: null } })
    if (!document) throw notFound()
    if (document.openSince !== null)
      throw new Refusal('Ce document a été ouvert aux membres : il reste dans le dossier de l’assemblée.')
    await eraseDocuments(tx, [documentId])
    await journal(tx, ctx, {
      act: 'document.removed',
      subject: 'Document',
      subjectId: documentId,
      details: { meetingId },
    })
  })
}

import { z } from 'zod'
import type { Db } from '../db.server'
import { sha256 } from '../secrets.server'

const stored = z.array(
  z.union([
    z.object({
      filename: z.string(),
      mime: z.string(),
      text: z.string(),
      method: z.enum(['REQUEST', 'CANCEL', 'PUBLISH']).optional(),
    }),
    z.object({ filename: z.string(), mime: z.string(), documentId: z.string() }),
  ]),
)

export type LoadedAttachment = {
  filename: string
  mime: string
  content: Buffer
  method?: 'REQUEST' | 'CANCEL' | 'PUBLISH'
}

/** The attachments of a row of the outbox with their bytes; those of documents are read from the blobs. */
export async function loadAttachments(db: Db, column: unknown): Promise<LoadedAttachment[]> {
  return Promise.all(
    stored.parse(column).map(async (each) => {
      if ('text' in each) return { ...each, content: Buffer.from(each.text, 'utf8') }
      const document = await db.document.findUniqueOrThrow({ where: { id: each.documentId }, select: { sha256: true } })
      const blob = await db.blob.findUniqueOrThrow({ where: { sha256: document.sha256 }, select: { bytes: true } })
      return { filename: each.filename, mime: each.mime, content: Buffer.from(blob.bytes) }
    }),
  )
}

/** SHA-256 that proves what was sent: subject, text, and the name, kind and SHA-256 of each attachment. */
export function mailHash(subject: string, text: string, attachments: LoadedAttachment[]): string {
  return sha256(JSON.stringify([subject, text, attachments.map((a) => [a.filename, a.mime, sha256(a.content)])]))
}

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
    z.object({ filename: z.string(), mime: z.string(), paper: z.string(), id: z.string() }),
  ]),
)

export type LoadedAttachment = {
  filename: string
  mime: string
  content: Buffer
  method?: 'REQUEST' | 'CANCEL' | 'PUBLISH'
}

/** Writes a paper of a kind by its id, as it stands; null when it is not to be sent any more. */
export type Papers = Record<string, (db: Db, id: string) => Promise<Buffer | null>>

/**
 * The attachments of a row of the outbox with their bytes; those of documents are read from the blobs, papers are written
 * now: thousands of them are never written inside the transaction that queues their mails.
 */
export async function loadAttachments(db: Db, column: unknown, papers: Papers = {}): Promise<LoadedAttachment[]> {
  const loaded = await Promise.all(
    stored.parse(column).map(async (each): Promise<LoadedAttachment | null> => {
      if ('text' in each) return { ...each, content: Buffer.from(each.text, 'utf8') }
      if ('paper' in each) {
        const write = papers[each.paper]
        if (!write) throw new Error(`no paper of the kind ${each.paper}`)
        const content = await write(db, each.id)
        return content && { filename: each.filename, mime: each.mime, content }
      }
      const document = await db.document.findUniqueOrThrow({ where: { id: each.documentId }, select: { sha256: true } })
      const blob = await db.blob.findUniqueOrThrow({ where: { sha256: document.sha256 }, select: { bytes: true } })
      return { filename: each.filename, mime: each.mime, content: Buffer.from(blob.bytes) }
    }),
  )
  return loaded.filter((each) => each !== null)
}

/** SHA-256 that proves what was sent: subject, text, and the name, kind and SHA-256 of each attachment. */
export function mailHash(subject: string, text: string, attachments: LoadedAttachment[]): string {
  return sha256(JSON.stringify([subject, text, attachments.map((a) => [a.filename, a.mime, sha256(a.content)])]))
}

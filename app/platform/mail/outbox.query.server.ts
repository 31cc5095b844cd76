import { z } from 'zod'
import type { Db } from '../db.server'
import { loadAttachments, type Papers } from './attachments.server'

const PAGE = 30

export type OutboxLine = { id: string; to: string; subject: string; state: string; queuedAt: string }

const key = z.tuple([z.coerce.date(), z.uuid()])

/** A page of the outbox, the latest first; `after` is the key of the last line of the page before. */
export async function outboxPage(db: Db, { q, after }: { q: string; after: string | null }) {
  const words = q.trim().split(/\s+/).filter(Boolean)
  const from = key.safeParse(after?.split('|'))
  const where = {
    AND: words.map((word) => {
      const holds = { contains: word, mode: 'insensitive' as const }
      return { OR: [{ toAddress: holds }, { toName: holds }, { subject: holds }] }
    }),
  }
  const older = from.success
    ? { OR: [{ queuedAt: { lt: from.data[0] } }, { queuedAt: from.data[0], id: { lt: from.data[1] } }] }
    : {}
  const [total, found] = await Promise.all([
    db.mail.count({ where }),
    db.mail.findMany({
      where: { ...where, ...older },
      orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }],
      take: PAGE + 1,
      select: { id: true, toAddress: true, toName: true, subject: true, state: true, queuedAt: true },
    }),
  ])
  const rows = found.slice(0, PAGE).map((mail): OutboxLine => ({
    id: mail.id,
    to: `${mail.toName} <${mail.toAddress}>`,
    subject: mail.subject,
    state: mail.state,
    queuedAt: mail.queuedAt.toISOString(),
  }))
  const last = rows.at(-1)
  return { rows, total, next: found.length > PAGE && last ? `${last.queuedAt}|${last.id}` : null }
}

/** One message as its recipient has it, with what became of it; null when there is none. */
export async function outboxMail(db: Db, id: string, papers: Papers) {
  if (!z.uuid().safeParse(id).success) return null
  const mail = await db.mail.findUnique({ where: { id } })
  if (!mail) return null
  const attachments = await loadAttachments(db, mail.attachments, papers)
  return {
    id: mail.id,
    to: `${mail.toName} <${mail.toAddress}>`,
    subject: mail.subject,
    state: mail.state,
    queuedAt: mail.queuedAt.toISOString(),
    sentAt: mail.sentAt?.toISOString() ?? null,
    answer: mail.bounceDetail ?? mail.serverAnswer,
    hash: mail.contentHash,
    html: mail.html,
    text: mail.text,
    attachments: attachments.map(({ filename, mime, content }) => ({ filename, mime, size: content.length })),
  }
}

/** The bytes of the attachment of this rank; null when there is none. */
export async function outboxAttachment(db: Db, id: string, rank: number, papers: Papers) {
  if (!z.uuid().safeParse(id).success) return null
  const mail = await db.mail.findUnique({ where: { id }, select: { attachments: true } })
  return mail ? ((await loadAttachments(db, mail.attachments, papers))[rank] ?? null) : null
}

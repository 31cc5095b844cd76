import { z } from 'zod'
import { Prisma } from '~/generated/prisma/client'
import type { Db } from '../db.server'
import { searchWords } from '../folding'
import { loadAttachments, type Papers } from './attachments.server'
import { saidState, saidStateOf } from './said-state.server'

const PAGE = 30

export type OutboxLine = { id: string; to: string; subject: string; state: string; queuedAt: string }

type Row = { id: string; toAddress: string; toName: string; subject: string; state: string; queuedAt: Date }

const key = z.tuple([z.coerce.date(), z.uuid()])

/** A page of the outbox, the latest first; `after` is the key of the last line of the page before. */
export async function outboxPage(db: Db, { q, after }: { q: string; after: string | null }) {
  const from = key.safeParse(after?.split('|'))
  const held = searchWords(q).map(
    (word) => Prisma.sql`fold_text(concat_ws(' ', "toAddress", "toName", subject)) like ${`%${word}%`}`,
  )
  const older = from.success
    ? [Prisma.sql`("queuedAt", id) < (${from.data[0].toISOString()}::timestamptz, ${from.data[1]}::uuid)`]
    : []
  const matching = (conditions: readonly Prisma.Sql[]) => Prisma.join([Prisma.sql`true`, ...conditions], ' and ')
  const [counted, found] = await Promise.all([
    db.$queryRaw<{ total: number }[]>`select count(*)::int as total from "Mail" where ${matching(held)}`,
    db.$queryRaw<Row[]>`
      select id, "toAddress", "toName", subject, ${saidStateOf(Prisma.sql`"Mail"`)} as state, "queuedAt" from "Mail"
       where ${matching([...held, ...older])} order by "queuedAt" desc, id desc limit ${PAGE + 1}`,
  ])
  const total = counted[0]?.total ?? 0
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
    state: saidState(mail),
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

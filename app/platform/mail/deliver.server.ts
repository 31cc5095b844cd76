import { now } from '../clock.server'
import { db, pool } from '../db.server'
import { dateFromInstant } from '../dates'
import { loadAttachments, mailHash, type LoadedAttachment, type Papers } from './attachments.server'
import { composeMessage } from './message.server'
import { renderRow, type RenderedMail } from './render.server'
import { SECRET_TEMPLATES } from './secret-templates'
import { failureAnswer, type SmtpAnswer } from './smtp-answer'
import { mailTransport } from './transport.server'

const rowOf = (mailId: string) => db().mail.findUnique({ where: { id: mailId } })
type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>
type Content = RenderedMail & { attachments: LoadedAttachment[] }

/**
 * Sends one message of the outbox, once however often it runs: a message already accepted, refused or being sent by
 * another worker is left alone. Without SMTP_URL it is made ready to be read and stays queued. Throws when the server
 * says « later » or cannot be reached, so that the job is tried again; `last` says that no try will follow. `papers`
 * writes the attachments that are not written yet.
 */
export async function deliverMail(
  mailId: string,
  { last = false, papers = {} }: { last?: boolean; papers?: Papers } = {},
): Promise<void> {
  const row = await rowOf(mailId)
  if (row?.state !== 'QUEUED') return
  const content = await prepare(row, papers)
  const transport = await mailTransport()
  if (!transport) return
  const replyTo = await db().association.findUnique({ where: { id: 1 }, select: { email: true } })
  const at = dateFromInstant(await now())
  const message = composeMessage(row, { ...content, replyTo: replyTo?.email ?? null, at })
  await holding(mailId, at, async () => {
    const answer = await transport
      .sendMail(message)
      .then((info): SmtpAnswer => ({ outcome: 'accepted', text: info.response }), failureAnswer)
    return last && answer.outcome === 'later' ? { outcome: 'refused', text: abandoned(answer.text) } : answer
  })
}

const abandoned = (text: string) => `Envoi abandonné après plusieurs jours d’essais. Dernière réponse : ${text}`

/** Renders the message and keeps it with its hash: what is read in the outbox is what is sent. */
async function prepare(row: Row, papers: Papers): Promise<Content> {
  const attachments = await loadAttachments(db(), row.attachments, papers)
  const { html, text } =
    row.html !== null && row.text !== null ? { html: row.html, text: row.text } : await renderRow(row)
  const contentHash = mailHash(row.subject, text, attachments)
  if (contentHash !== row.contentHash)
    await db().mail.updateMany({ where: { id: row.id, state: 'QUEUED' }, data: { html, text, contentHash } })
  return { html, text, attachments }
}

/**
 * Holds the row locked while it is being sent: a second worker skips it, and a process that dies frees it still queued
 * (the fixed Message-ID then lets a repeat be recognised). On its own connection: never begun again by itself.
 */
async function holding(mailId: string, at: Date, send: () => Promise<SmtpAnswer>): Promise<void> {
  const client = await pool().connect()
  let broken = false
  try {
    await client.query('begin')
    const claimed = await client.query(CLAIM, [mailId])
    const answer = claimed.rowCount ? await send() : null
    if (answer) await client.query(SAVE, [mailId, STATES[answer.outcome], answer.text, at, SECRET_TEMPLATES])
    await client.query('commit')
    if (answer?.outcome === 'later') throw new Error(`mail ${mailId} not taken: ${answer.text}`)
  } catch (error) {
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    )
    throw error
  } finally {
    client.release(broken)
  }
}

const CLAIM = `select 1 from "Mail" where "id" = $1 and "state" = 'QUEUED' for update skip locked`
const STATES = { accepted: 'ACCEPTED', refused: 'REFUSED', later: 'QUEUED' } as const satisfies Record<
  SmtpAnswer['outcome'],
  string
>
const SAVE = `
  update "Mail" set "state" = $2::"MailState", "serverAnswer" = $3, "attempts" = "attempts" + 1,
    "sentAt" = case when $2 = 'QUEUED' then null else $4::timestamptz end,
    "props" = case when $2 <> 'QUEUED' and "template" = any($5) then '{}' else "props" end,
    "html" = case when $2 <> 'QUEUED' and "template" = any($5) then null else "html" end,
    "text" = case when $2 <> 'QUEUED' and "template" = any($5) then null else "text" end
  where "id" = $1`

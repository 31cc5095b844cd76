import { now } from '../clock.server'
import { db } from '../db.server'
import { dateFromInstant } from '../dates'
import { loadAttachments, mailHash, type LoadedAttachment, type Papers } from './attachments.server'
import { composeMessage } from './message.server'
import { renderRow, type RenderedMail } from './render.server'
import { sendingOnce } from './sending-once.server'
import { failureAnswer, type SmtpAnswer } from './smtp-answer'
import { mailTransport, type MailToSend } from './transport.server'

const rowOf = (mailId: string) => db().mail.findUnique({ where: { id: mailId } })
type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>
type Content = RenderedMail & { attachments: LoadedAttachment[] }

type Delivery = { last?: boolean; papers?: Papers; withheld?: (mailId: string) => Promise<string | null> }
const leaves = () => Promise.resolve(null)

/**
 * Sends one message of the outbox, once however often it runs: a message already accepted, refused or being sent by
 * another worker is left alone. Without SMTP_URL it is made ready to be read and stays queued. Throws when the server
 * says « later » or cannot be reached, so that the job is tried again; `last` says that no try will follow. `papers`
 * writes the attachments that are not written yet; `withheld` says why a message is to leave no more, null when it may.
 */
export async function deliverMail(
  mailId: string,
  { last = false, papers = {}, withheld = leaves }: Delivery = {},
): Promise<void> {
  const row = await rowOf(mailId)
  if (row?.state !== 'QUEUED') return
  const content = await prepare(row, papers)
  const transport = await mailTransport()
  if (!transport) return
  const replyTo = await db().association.findUnique({ where: { id: 1 }, select: { email: true } })
  const at = dateFromInstant(await now())
  const composed = composeMessage(row, { ...content, replyTo: replyTo?.email ?? null, at })
  const answer = await sendingOnce(mailId, at, async (hand) => {
    const why = await withheld(mailId)
    if (why !== null) return { outcome: 'refused', text: why }
    let handed = false
    const beforeEnd = async () => {
      await hand()
      handed = true
    }
    const message: MailToSend = { ...composed, beforeEnd }
    const given = await transport.sendMail(message).then(
      (info): SmtpAnswer => ({ outcome: 'accepted', text: info.response }),
      (error: unknown) => failureAnswer(error, handed),
    )
    return last && given.outcome === 'later' ? { outcome: 'refused', text: abandoned(given.text) } : given
  })
  if (answer?.outcome === 'later') throw new Error(`mail ${mailId} not taken: ${answer.text}`)
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

import type { SendMailOptions } from 'nodemailer'
import { env } from '../env.server'
import type { LoadedAttachment } from './attachments.server'

type Row = { id: string; messageId: string; toAddress: string; toName: string; subject: string }

/** « bounce@cpts.fr » → « bounce+<mail id>@cpts.fr »: a bounce names the mail that it answers. */
export function bounceAddress(mailId: string): string | null {
  const address = env().MAIL_BOUNCE_ADDRESS
  if (!address) return null
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${mailId}${address.slice(at)}`
}

/** One message for one recipient, as nodemailer takes it. A statutory notice: no way to unsubscribe from it. */
export function composeMessage(
  row: Row,
  content: { html: string; text: string; attachments: LoadedAttachment[]; replyTo: string | null; at: Date },
): SendMailOptions {
  const { html, text, attachments, replyTo, at } = content
  const event = attachments.find((each) => each.method !== undefined)
  const from = bounceAddress(row.id)
  return {
    from: env().MAIL_FROM,
    to: { name: row.toName, address: row.toAddress },
    ...(replyTo && { replyTo }),
    ...(from && { envelope: { from, to: row.toAddress } }),
    dsn: { id: row.id, return: 'headers', notify: ['failure', 'delay'], recipient: row.toAddress },
    messageId: row.messageId,
    date: at,
    subject: row.subject,
    text,
    html,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(event && { icalEvent: { method: event.method, filename: event.filename, content: event.content } }),
    attachments: attachments
      .filter((each) => each !== event)
      .map(({ filename, mime, content }) => ({ filename, contentType: mime, content })),
  }
}

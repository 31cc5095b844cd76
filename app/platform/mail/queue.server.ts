import type { Temporal } from 'temporal-polyfill'
import { v7 } from '../uuid.server'
import type { Tx } from '../db.server'
import { env } from '../env.server'
import { enqueueMany } from '../jobs.server'
import { PRIORITIES } from './priorities'
import { SECRET_TEMPLATES } from './secret-templates'
import { subjectOf, type MailTemplates, type TemplateName } from './templates.server'

export type MailAttachment =
  | { filename: string; mime: string; text: string; method?: 'REQUEST' | 'CANCEL' | 'PUBLISH' }
  | { filename: string; mime: string; documentId: string }
  /** written when the message leaves, by whoever knows this kind of paper */
  | { filename: string; mime: string; paper: string; id: string }

/** One message to one recipient: one of the templates of `emails/` and its props. */
export type MailToQueue<T extends TemplateName = TemplateName> = {
  template: T
  props: MailTemplates[T]
  to: { address: string; name: string }
  accountId?: string | null
  meetingId?: string | null
  attachments?: MailAttachment[]
}

/**
 * Writes the messages and their sending jobs in the caller's transaction: no mail for what was rolled back, none lost.
 * Returns the ids in order. Set-based: 3,000 messages take a few hundred milliseconds.
 */
export async function queueMails<T extends TemplateName>(
  tx: Tx,
  mails: MailToQueue<T>[],
  now: Temporal.Instant,
): Promise<string[]> {
  if (mails.length === 0) return []
  const host = new URL(env().PUBLIC_URL).hostname
  const rows = mails.map((mail) => {
    const id = v7(now.epochMilliseconds)
    return {
      id,
      messageId: `<${id}@${host}>`,
      template: mail.template,
      props: mail.props,
      attachments: mail.attachments ?? [],
      toAddress: mail.to.address,
      toName: mail.to.name,
      subject: subjectOf(mail.template, mail.props),
      accountId: mail.accountId ?? null,
      meetingId: mail.meetingId ?? null,
      queuedAt: new Date(now.epochMilliseconds),
    }
  })
  await tx.mail.createMany({ data: rows })
  const [links, others] = [rows.filter(isLink), rows.filter((row) => !isLink(row))]
  await enqueueMany(tx, 'deliver-mail', links.map(jobOf), { priority: PRIORITIES.link })
  await enqueueMany(tx, 'deliver-mail', others.map(jobOf), { priority: PRIORITIES.letter })
  return rows.map((row) => row.id)
}

const isLink = ({ template }: { template: string }) => SECRET_TEMPLATES.includes(template)
const jobOf = ({ id }: { id: string }) => ({ mailId: id })

/** One message; see `queueMails`. */
export async function queueMail<T extends TemplateName>(
  tx: Tx,
  mail: MailToQueue<T>,
  now: Temporal.Instant,
): Promise<string> {
  const [id] = await queueMails(tx, [mail], now)
  if (id === undefined) throw new Error('queueMails returned no id for one message')
  return id
}

import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../db.server'
import { env } from '../env.server'
import { enqueueMany } from '../jobs.server'
import { v7 } from '../uuid.server'
import type { MailToQueue } from './queue.server'
import { PRIORITIES } from './priorities'
import { subjectOf, type MailTemplates, type TemplateName } from './templates.server'

type Recipient<Own> = { props: Own } & Pick<MailToQueue, 'to' | 'accountId' | 'attachments'>

/** One message to many, each with what concerns him: `shared` and `props` together are the props of the template. */
export type Circular<T extends TemplateName, Own extends Partial<MailTemplates[T]>> = {
  template: T
  shared: Omit<MailTemplates[T], keyof Own>
  /** the whole props of one recipient: for the subject */
  propsOf: (own: Own) => MailTemplates[T]
  recipients: Recipient<Own>[]
  meetingId?: string
}

/**
 * Like `queueMails`, for the same message to everybody: what they share crosses to the database once, so that 3,000 personal
 * convocations are queued in one statement. Returns the ids in order.
 */
export async function queueCircular<T extends TemplateName, Own extends Partial<MailTemplates[T]>>(
  tx: Tx,
  circular: Circular<T, Own>,
  now: Temporal.Instant,
): Promise<string[]> {
  const { template, shared, propsOf, recipients, meetingId = null } = circular
  if (recipients.length === 0) return []
  const host = new URL(env().PUBLIC_URL).hostname
  const rows = recipients.map(({ props, to, accountId, attachments }) => ({
    id: v7(now.epochMilliseconds),
    props,
    attachments: attachments ?? [],
    toAddress: to.address,
    toName: to.name,
    subject: subjectOf(template, propsOf(props)),
    accountId: accountId ?? null,
  }))
  await tx.$executeRaw`
    INSERT INTO "Mail" ("id", "messageId", "template", "props", "attachments", "toAddress", "toName", "subject", "accountId", "meetingId", "queuedAt")
    SELECT r."id", '<' || r."id" || '@' || ${host} || '>', ${template}, ${JSON.stringify(shared)}::jsonb || r."props", r."attachments",
           r."toAddress", r."toName", r."subject", r."accountId", ${meetingId}::uuid, ${new Date(now.epochMilliseconds)}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r("id" uuid, "props" jsonb, "attachments" jsonb, "toAddress" text, "toName" text, "subject" text, "accountId" uuid)`
  await enqueueMany(
    tx,
    'deliver-mail',
    rows.map(({ id }) => ({ mailId: id })),
    { priority: PRIORITIES.circular },
  )
  return rows.map(({ id }) => id)
}

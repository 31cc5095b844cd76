import { now } from '../clock.server'
import { db } from '../db.server'
import { dateFromInstant } from '../dates'
import { env } from '../env.server'
import { log } from '../log.server'
import { readDeliveryReport, type DeliveryReport } from './delivery-report'

/** Marks the message of a report: bounced when the server gave up; late: told, still accepted. False: none of ours. */
export async function recordReport({ mailId, permanent, detail }: DeliveryReport): Promise<boolean> {
  const at = dateFromInstant(await now())
  const { count } = await db().mail.updateMany({
    where: { id: mailId, state: permanent ? { in: ['ACCEPTED', 'BOUNCED'] } : { not: 'BOUNCED' } },
    data: permanent ? { state: 'BOUNCED', bouncedAt: at, bounceDetail: detail } : { bounceDetail: detail },
  })
  return count > 0 || (await db().mail.count({ where: { id: mailId } })) > 0
}

/** One message of the bounce box; false when a person must read it (text-only bounces, answers on holiday, …). */
export async function takeBounce(source: Uint8Array): Promise<boolean> {
  const { default: PostalMime } = await import('postal-mime')
  // what is no mail at all is for a person too: it must not hold up those behind it
  const mail = await PostalMime.parse(source, { forceRfc822Attachments: true }).catch(() => null)
  const report = mail && readDeliveryReport(mail)
  return report !== null && (await recordReport(report))
}

/** Reads the bounce box: what was understood is marked read, the rest stays unread with a flag, for a person. */
export async function fetchBounces(): Promise<{ taken: number; left: number }> {
  const url = env().BOUNCE_IMAP_URL
  const done = { taken: 0, left: 0 }
  if (!url) return done
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow(connection(new URL(url)))
  // without a listener a connection that dies ends the process
  client.on('error', (error: unknown) => log().warn({ err: error }, 'bounce box connection lost'))
  await client.connect()
  try {
    const lock = await client.getMailboxLock('INBOX')
    try {
      const waiting = (await client.search({ seen: false, flagged: false }, { uid: true })) || []
      for (const uid of waiting.slice(0, 500)) {
        const message = await client.fetchOne(String(uid), { source: true }, { uid: true })
        const taken = message ? message.source !== undefined && (await takeBounce(message.source)) : false
        await client.messageFlagsAdd(String(uid), [taken ? '\\Seen' : '\\Flagged'], { uid: true })
        done[taken ? 'taken' : 'left'] += 1
      }
    } finally {
      lock.release()
    }
  } finally {
    await client.logout()
  }
  return done
}

function connection(url: URL) {
  const secure = url.protocol === 'imaps:'
  return {
    host: url.hostname,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false as const,
  }
}

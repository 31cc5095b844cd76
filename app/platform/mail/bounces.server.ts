import type { ImapFlow } from 'imapflow'
import { now } from '../clock.server'
import { db } from '../db.server'
import { dateFromInstant } from '../dates'
import { env } from '../env.server'
import { log } from '../log.server'
import { readDeliveryReport, type DeliveryReport } from './delivery-report'
import { trialOf } from './returned/box-trial.server'
import { keepReturned } from './returned/keep-returned.server'

/** Marks the message of a report: bounced when the server gave up; late: told, still accepted. False: none of ours. */
export async function recordReport({ mailId, permanent, detail }: DeliveryReport): Promise<boolean> {
  const at = dateFromInstant(await now())
  const { count } = await db().mail.updateMany({
    where: permanent
      ? { id: mailId, OR: [{ state: { in: ['ACCEPTED', 'BOUNCED'] } }, { state: 'REFUSED', handedAt: { not: null } }] }
      : { id: mailId, state: { not: 'BOUNCED' } },
    data: permanent ? { state: 'BOUNCED', bouncedAt: at, bounceDetail: detail } : { bounceDetail: detail },
  })
  return count > 0 || (await db().mail.count({ where: { id: mailId } })) > 0
}

/** One message of the box of returns: what it says of ours is recorded, or it is kept for a person to read (false). */
export async function takeBounce(source: Uint8Array): Promise<boolean> {
  const { default: PostalMime } = await import('postal-mime')
  // what is no mail at all is for a person too: it must not hold up those behind it
  const mail = await PostalMime.parse(source, { forceRfc822Attachments: true }).catch(() => null)
  const report = mail && readDeliveryReport(mail)
  if (report !== null && (await recordReport(report))) return true
  const trial = await trialOf(db(), mail?.messageId)
  await keepReturned(source, mail, trial?.id ?? null)
  return trial !== null
}

/** Enough for what a mail system says and the head of what it sends back. */
const MOST_BYTES = 512 * 1024

/**
 * Reads the box of returns: what was understood is marked read; the rest, kept for a person, is flagged in the box too. A message
 * that cannot be taken is flagged and told in the log; those behind it are taken.
 */
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
        const taken = await takeAlone(client, String(uid)).catch((error: unknown) => {
          if (!client.usable) throw error
          log().error({ err: error, uid }, 'a returned message could not be read')
          return false
        })
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

async function takeAlone(client: ImapFlow, uid: string): Promise<boolean> {
  const message = await client.fetchOne(uid, { source: { maxLength: MOST_BYTES } }, { uid: true })
  const reading = message && message.source ? takeBounce(message.source) : Promise.resolve(false)
  const taken = await reading.catch((error: unknown) => {
    log().error({ err: error }, 'a returned message could not be taken')
    return false
  })
  await client.messageFlagsAdd(uid, [taken ? '\\Seen' : '\\Flagged'], { uid: true })
  return taken
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

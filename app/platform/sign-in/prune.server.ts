import { now } from '../clock.server'
import { dateFromInstant } from '../dates'
import { db } from '../db.server'
import { allOf } from '../each-alone.server'
import { SECRET_TEMPLATES } from '../mail/secret-templates'

const KEPT_DAYS = 90

/**
 * Forgets links and sessions that ended more than 90 days ago, the text of mails with a secret link that never left, and the rate
 * limits that have run out; each on its own.
 */
export async function pruneSignIn(): Promise<void> {
  const instant = await now()
  const before = dateFromInstant(instant.subtract({ hours: 24 * KEPT_DAYS }))
  const yesterday = dateFromInstant(instant.subtract({ hours: 24 }))
  await allOf('prune-sign-in', {
    mails: () =>
      db().mail.updateMany({
        where: { template: { in: SECRET_TEMPLATES }, queuedAt: { lt: yesterday } },
        data: { html: null, text: null, props: {} },
      }),
    links: () => db().signInLink.deleteMany({ where: { expiresAt: { lt: before } } }),
    sessions: () =>
      db().session.deleteMany({ where: { OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] } }),
    limits: () => db().$executeRaw`delete from rate_limit where expire < extract(epoch from now()) * 1000`,
  })
}

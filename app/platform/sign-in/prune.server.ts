import { now } from '../clock.server'
import { dateFromInstant } from '../dates'
import { db } from '../db.server'

const KEPT_DAYS = 90

/** Forgets links and sessions that ended more than 90 days ago, and the rate limits that have run out. */
export async function pruneSignIn(): Promise<void> {
  const before = dateFromInstant((await now()).subtract({ hours: 24 * KEPT_DAYS }))
  await db().signInLink.deleteMany({ where: { expiresAt: { lt: before } } })
  await db().session.deleteMany({ where: { OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] } })
  await db().rateLimit.deleteMany({ where: { expire: { lt: Date.now() } } })
}

import type { Temporal } from 'temporal-polyfill'
import { dateFromInstant } from '../dates'
import { transact, type Db, type Tx } from '../db.server'
import { countTry, networkOf } from '../rate-limit.server'
import { sha256 } from '../secrets.server'
import { createSession, findSession, renewSession, revokeSessions } from '../session.server'
import { deviceOf } from './device'

/** Of a network, among the links that open nothing: a valid one is never counted. */
const GUESSES = { name: 'sign-in-guess', points: 100, seconds: 15 * 60 }

export type LinkState = 'usable' | 'used' | 'expired'

/** What became of a link, for whoever holds it; an unknown one looks expired. Consumes nothing. */
export async function linkState(db: Db, token: string, now: Temporal.Instant): Promise<LinkState> {
  const link = await db.signInLink.findUnique({
    where: { tokenHash: sha256(token) },
    select: { expiresAt: true, consumedAt: true },
  })
  if (link?.consumedAt) return 'used'
  return link && link.expiresAt > dateFromInstant(now) ? 'usable' : 'expired'
}

type Given = { token: string; cookie: string | null; userAgent: string | null; clientIp: string }

/**
 * Consumes the link, and every other link of its account with it. Of several presses at the same moment one alone succeeds. In
 * a browser where its account is already signed in, the session is renewed: it counts as fresh for 10 minutes; otherwise one is
 * opened. Null: used, expired or unknown; refused (429) to a network that tries a hundred unknown ones in a quarter of an hour.
 */
export async function consumeLink(
  { db, now }: { db: Db; now: Temporal.Instant },
  { token, cookie, userAgent, clientIp }: Given,
): Promise<{ redirectTo: string; cookie: string | null } | null> {
  const open = await findSession(db, cookie, now)
  const at = dateFromInstant(now)
  const opened = await transact(db, async (tx) => {
    const [link] = await tx.$queryRaw<{ accountId: string; redirectTo: string }[]>`
      update "SignInLink" l set "consumedAt" = ${at}
      from "Account" a
      where l."tokenHash" = ${sha256(token)} and l."consumedAt" is null and l."expiresAt" > ${at}
        and a."id" = l."accountId" and a."disabledAt" is null
      returning l."accountId", l."redirectTo"`
    if (!link) return null
    await consumeLinksOf(tx, link.accountId, now)
    if (open?.accountId === link.accountId) {
      await renewSession(tx, { sessionId: open.id, now })
      return { redirectTo: link.redirectTo, cookie: null }
    }
    if (open) await revokeSessions(tx, { accountId: open.accountId, only: open.id, now })
    const session = await createSession(tx, { accountId: link.accountId, device: deviceOf(userAgent), now })
    return { redirectTo: link.redirectTo, cookie: session.cookie }
  })
  if (!opened && (await linkState(db, token, now)) === 'expired') await countTry(GUESSES, networkOf(clientIp))
  return opened
}

/** Every link of this account that was not used yet opens nothing any more. */
export async function consumeLinksOf(tx: Tx, accountId: string, now: Temporal.Instant): Promise<void> {
  await tx.signInLink.updateMany({
    where: { accountId, consumedAt: null },
    data: { consumedAt: dateFromInstant(now) },
  })
}

import { parseCookie, stringifySetCookie } from 'cookie'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from './db.server'
import { env } from './env.server'
import { newToken, sha256 } from './secrets.server'

const IDLE_DAYS = 30
const ABSOLUTE_DAYS = 90
const SEEN_EVERY_MINUTES = 5

const secure = () => env().PUBLIC_URL.startsWith('https:')
const cookieName = () => (secure() ? '__Host-sid' : 'sid')
const date = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds)

const serialize = (value: string, maxAge: number): string =>
  stringifySetCookie({
    name: cookieName(),
    value,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    maxAge,
    secure: secure(),
  })

/** The secret of the session cookie, or null. */
export const sessionToken = (cookieHeader: string | null): string | null =>
  parseCookie(cookieHeader ?? '')[cookieName()] || null

/** SHA-256 under which the session of this request is stored, or null. */
export function sessionHash(cookieHeader: string | null): string | null {
  const token = sessionToken(cookieHeader)
  return token === null ? null : sha256(token)
}

/** Opens a session; the cookie to set is returned, its secret is not stored. */
export async function createSession(tx: Tx, input: { accountId: string; device: string; now: Temporal.Instant }) {
  const token = newToken()
  const now = date(input.now)
  const session = await tx.session.create({
    data: {
      tokenHash: sha256(token),
      accountId: input.accountId,
      device: input.device.slice(0, 200),
      createdAt: now,
      lastSeenAt: now,
      authenticatedAt: now,
      expiresAt: date(input.now.add({ hours: 24 * ABSOLUTE_DAYS })),
    },
    select: { id: true },
  })
  return { sessionId: session.id, cookie: serialize(token, ABSOLUTE_DAYS * 86_400) }
}

export const clearedCookie = () => serialize('', 0)

/** A session not used since this moment has ended by itself. */
export const liveSince = (now: Temporal.Instant): Date => date(now.subtract({ hours: 24 * IDLE_DAYS }))

/** The live session of a request with its account, or null: unknown, revoked, idle or too old. */
export async function findSession(db: Db, cookieHeader: string | null, now: Temporal.Instant) {
  const tokenHash = sessionHash(cookieHeader)
  if (tokenHash === null) return null
  const session = await db.session.findUnique({
    where: { tokenHash },
    select: {
      id: true,
      accountId: true,
      lastSeenAt: true,
      expiresAt: true,
      revokedAt: true,
      authenticatedAt: true,
      account: { select: { email: true, name: true, disabledAt: true } },
    },
  })
  if (!session || session.revokedAt || session.account.disabledAt) return null
  if (session.lastSeenAt <= liveSince(now) || session.expiresAt <= date(now)) return null
  if (now.epochMilliseconds - session.lastSeenAt.getTime() > SEEN_EVERY_MINUTES * 60_000)
    await db.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: date(now) } })
  return session
}

/** The holder has just proved again who he is. */
export async function renewSession(
  tx: Tx,
  { sessionId, now }: { sessionId: string; now: Temporal.Instant },
): Promise<void> {
  await tx.session.update({ where: { id: sessionId }, data: { authenticatedAt: date(now) }, select: { id: true } })
}

/** Ends every session of these accounts; returns how many there were. */
export async function revokeSessionsOf(tx: Tx, accountIds: readonly string[], now: Temporal.Instant): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { accountId: { in: [...accountIds] }, revokedAt: null },
    data: { revokedAt: date(now) },
  })
  return count
}

/** Ends sessions of one account: one of them, or all but one. */
export async function revokeSessions(
  tx: Tx,
  input: { accountId: string; now: Temporal.Instant; only?: string; except?: string },
) {
  const { count } = await tx.session.updateMany({
    where: { accountId: input.accountId, revokedAt: null, id: { equals: input.only, not: input.except } },
    data: { revokedAt: date(input.now) },
  })
  return count
}

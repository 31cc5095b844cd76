import type { Context } from '../context'
import { dateFromInstant } from '../dates'
import { liveSince } from '../session.server'

export type MySession = { id: string; device: string; openedAt: string; lastSeenAt: string; current: boolean }

/** The live sessions of whoever is signed in, this one first, then the latest used. */
export async function mySessions({ db, now, actor }: Context): Promise<MySession[]> {
  const rows = await db.session.findMany({
    where: {
      accountId: actor.accountId,
      revokedAt: null,
      expiresAt: { gt: dateFromInstant(now) },
      lastSeenAt: { gt: liveSince(now) },
    },
    orderBy: { lastSeenAt: 'desc' },
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
  })
  return rows
    .map((row) => ({
      id: row.id,
      device: row.device,
      openedAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      current: row.id === actor.sessionId,
    }))
    .sort((a, b) => Number(b.current) - Number(a.current))
}

import type { Temporal } from 'temporal-polyfill'
import { loadActor } from '~/offices/actor.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import type { Db } from '~/platform/db.server'
import { createSession, sessionHash } from '~/platform/session.server'

/** Name of the device in the sessions that the seed opens to act as people, and closes when it has done. */
const DEVICE = 'seed'

export type SeedContext = Context & { sessionHash: string }

/** Someone who acts at a moment of the past, with the offices and memberships that he had then. */
export async function actAs(db: Db, accountId: string, now: Temporal.Instant): Promise<SeedContext> {
  const { cookie } = await createSession(db, { accountId, device: DEVICE, now })
  const pair = cookie.split(';')[0] ?? ''
  const actor = await loadActor(db, new Request('http://localhost/', { headers: { cookie: pair } }), now)
  const hash = sessionHash(pair)
  if (!actor || hash === null) throw new Error('the session just opened is not found')
  return { db, now, actor, sessionHash: hash }
}

const voters = new WeakMap<Db, Map<string, string>>()

/** Under what a voter's session is known that day: opened once, whatever the number of his votes. */
export async function voterSession(db: Db, accountId: string, now: Temporal.Instant): Promise<string> {
  const known = voters.get(db) ?? new Map<string, string>()
  voters.set(db, known)
  const key = `${accountId} ${parisDate(now)}`
  const held = known.get(key)
  if (held) return held
  const { cookie } = await createSession(db, { accountId, device: DEVICE, now })
  const hash = sessionHash(cookie)
  if (hash === null) throw new Error('a session has a cookie')
  known.set(key, hash)
  return hash
}

/** Whoever holds an office then. */
export async function officer(db: Db, office: string, now: Temporal.Instant): Promise<SeedContext> {
  const { member } = await db.mandate.findFirstOrThrow({
    where: { office, endedOn: null },
    orderBy: { source: 'asc' },
    select: { member: { select: { accountId: true } } },
  })
  if (!member.accountId) throw new Error(`the ${office} has no account`)
  return actAs(db, member.accountId, now)
}

/** The employee who prepares and keeps the desk. */
export async function coordinator(db: Db, now: Temporal.Instant): Promise<SeedContext> {
  const { accountId } = await db.staff.findFirstOrThrow({ select: { accountId: true } })
  return actAs(db, accountId, now)
}

export const closeSessions = (db: Db) => db.session.deleteMany({ where: { device: DEVICE } })

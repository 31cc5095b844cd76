import type { PoolClient } from 'pg'
import { pool } from '../db.server'
import { SECRET_TEMPLATES } from './secret-templates'
import { NO_ANSWER, type SmtpAnswer } from './smtp-answer'

/**
 * Holds a queued message while `send` sends it, and writes down the answer: a second worker leaves it alone, and a process that
 * dies lets it go (the lock is that of its connection). Null when it was not to be sent.
 *
 * Killed at any moment, the recipient is written to once:
 * - before `hand`, the server has not the end of the message and drops it: it is sent again;
 * - `hand`, called when all but the end was given, is committed before the end leaves. A message handed and without answer is
 *   never sent again by itself: it is kept as not taken, with words that say so, for a person to decide;
 * - the answer is one statement, committed by itself, given to the system in the tick that read it: the database has it even
 *   if the process dies then.
 *
 * What remains: killed within the microseconds between `hand` and the end, or on a machine that dies with the end in its
 * buffers, the message did not arrive and is shown as one that perhaps did. It is never said to be accepted.
 */
export async function sendingOnce(
  mailId: string,
  at: Date,
  send: (hand: () => Promise<unknown>) => Promise<SmtpAnswer>,
): Promise<SmtpAnswer | null> {
  const client = await pool().connect()
  let lost = true
  try {
    const answer = (await rowsOf(client, LOCK, mailId)).length > 0 ? await sendHeld(client, mailId, at, send) : null
    lost = false
    return answer
  } finally {
    // a connection that failed is ended, and its lock with it
    client.release(lost)
  }
}

async function sendHeld(
  client: PoolClient,
  mailId: string,
  at: Date,
  send: (hand: () => Promise<unknown>) => Promise<SmtpAnswer>,
): Promise<SmtpAnswer | null> {
  // read once locked: the one that held it before has written its answer
  const [queued] = await rowsOf(client, READ, mailId)
  const answer = queued && (queued.handedAt ? NO_ANSWER : await send(() => client.query(HAND, [mailId, at])))
  if (answer) {
    const values = [mailId, STATES[answer.outcome], answer.text, at, SECRET_TEMPLATES, answer.outcome === 'none']
    await client.query(SAVE, values).catch(() => saveElsewhere(values))
  }
  await client.query(UNLOCK, [mailId])
  return answer ?? null
}

/** The connection was lost while the server answered: what it said is not lost with it. */
async function saveElsewhere(values: unknown[], tries = 5): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  await pool()
    .query(SAVE, values)
    .catch((error: unknown) => (tries > 1 ? saveElsewhere(values, tries - 1) : Promise.reject(error)))
}

const rowsOf = async (client: PoolClient, query: string, mailId: string) =>
  (await client.query<{ handedAt: Date | null }>(query, [mailId])).rows

const LOCK = `select 1 where pg_try_advisory_lock(hashtextextended('mail:' || $1::text, 0))`
const UNLOCK = `select pg_advisory_unlock(hashtextextended('mail:' || $1::text, 0))`
const READ = `select "handedAt" from "Mail" where "id" = $1 and "state" = 'QUEUED'`
const HAND = `update "Mail" set "handedAt" = $2 where "id" = $1`
const STATES = {
  accepted: 'ACCEPTED',
  refused: 'REFUSED',
  none: 'REFUSED',
  later: 'QUEUED',
} as const satisfies Record<SmtpAnswer['outcome'], string>
// an answer that comes late corrects « none »
const SAVE = `
  update "Mail" set "state" = $2::"MailState", "serverAnswer" = $3, "attempts" = "attempts" + 1,
    "handedAt" = case when $6 then coalesce("handedAt", $4::timestamptz) end,
    "sentAt" = case when $2 = 'QUEUED' then null else $4::timestamptz end,
    "props" = case when $2 <> 'QUEUED' and "template" = any($5) then '{}' else "props" end,
    "html" = case when $2 <> 'QUEUED' and "template" = any($5) then null else "html" end,
    "text" = case when $2 <> 'QUEUED' and "template" = any($5) then null else "text" end
  where "id" = $1 and ("state" = 'QUEUED' or "handedAt" is not null)`

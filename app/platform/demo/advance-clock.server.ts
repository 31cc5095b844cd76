import type { Temporal } from 'temporal-polyfill'
import { now as readClock, shiftDemoClock } from '../clock.server'
import { db } from '../db.server'
import { enqueue } from '../jobs.server'
import { badField } from '../refusal'

const LONGEST_DAYS = 3_700
/** What every night does, run once when the clock is moved: days passed over are caught up as after a stop. */
const NIGHTLY = ['membership-day', 'dues-night', 'retention-night']

/**
 * Moves the clock of the demonstration forward to a moment; whoever is signed in stays so. Refused: a moment that has
 * passed (what was recorded since would come before what caused it), or more than ten years away.
 */
export async function advanceClock(to: Temporal.Instant): Promise<void> {
  const from = await readClock()
  const seconds = Math.ceil(to.since(from).total('seconds'))
  if (seconds <= 0) throw badField('date', 'Choisissez un moment à venir : l’horloge ne recule pas.')
  if (seconds > LONGEST_DAYS * 86_400) throw badField('date', 'Choisissez un moment dans les dix ans à venir.')
  const before = new Date(from.epochMilliseconds)
  await shiftDemoClock(seconds)
  await db().$executeRaw`
    update "Session" set "lastSeenAt" = "lastSeenAt" + make_interval(secs => ${seconds}),
      "expiresAt" = "expiresAt" + make_interval(secs => ${seconds})
    where "revokedAt" is null and "expiresAt" > ${before}`
  for (const task of NIGHTLY) await db().$transaction((tx) => enqueue(tx, task, {}, { jobKey: `moved:${task}` }))
}

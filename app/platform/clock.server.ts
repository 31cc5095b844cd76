import { Temporal } from 'temporal-polyfill'
import { pool } from './db.server'
import { env } from './env.server'
import { shared } from './shared.server'

/** Where civil dates are read: the statutes and the law count in days of Paris. */
export const ZONE = 'Europe/Paris'
const FRESH_MS = 300

const shift = () => shared('clock', () => ({ seconds: 0, readAt: -Infinity }))

/** Seconds between the machine's clock and what is shown: as this process was given, and in a demonstration as it moved. */
const ahead = () => env().CLOCK_SHIFT + (env().DEMO ? shift().seconds : 0)

/**
 * The present moment: the machine's, unless the settings shift it (CLOCK_SHIFT) or it is that of a demonstration, as this
 * process last read it. The only reading of a clock.
 */
export function currentInstant(): Temporal.Instant {
  return Temporal.Now.instant().add({ seconds: ahead() })
}

/** The present moment; in a demonstration, with the shift that every process shares (at most 300 ms old). */
export async function now(): Promise<Temporal.Instant> {
  if (env().DEMO && performance.now() - shift().readAt > FRESH_MS) await readShift()
  return currentInstant()
}

/** Moves the clock of the demonstration, and with it the jobs that wait for a later time. Refused outside a demonstration. */
export async function shiftDemoClock(seconds: number): Promise<Temporal.Instant> {
  if (!env().DEMO) throw new Error('the clock moves in a demonstration only')
  await pool().query(
    `insert into "DemoClock" (id, "offsetSeconds") values (1, $1)
     on conflict (id) do update set "offsetSeconds" = "DemoClock"."offsetSeconds" + $1`,
    [Math.trunc(seconds)],
  )
  await pool().query(
    `select graphile_worker.reschedule_jobs(array[id], run_at - make_interval(secs => $1))
     from graphile_worker.jobs where locked_at is null and run_at > now()`,
    [Math.trunc(seconds)],
  )
  await readShift()
  return currentInstant()
}

/** The moment of the machine's clock at which `instant` will be shown: what a job's due time must be written in. */
export function machineTime(instant: Temporal.Instant): Temporal.Instant {
  return instant.subtract({ seconds: ahead() })
}

/** Civil date in Paris, 'YYYY-MM-DD'. */
export const parisDate = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(ZONE).toPlainDate().toString()

/** Civil date and time in Paris, 'YYYY-MM-DDTHH:MM'. */
export const parisDateTime = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' })

/** The moment of a civil date 'YYYY-MM-DD' and time 'HH:MM' in Paris; an hour skipped by summer time gives the next one. */
export const instantOf = (date: string, time: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(ZONE).toInstant()

async function readShift(): Promise<void> {
  const found = await pool().query<{ offsetSeconds: number }>('select "offsetSeconds" from "DemoClock" where id = 1')
  Object.assign(shift(), { seconds: found.rows[0]?.offsetSeconds ?? 0, readAt: performance.now() })
}

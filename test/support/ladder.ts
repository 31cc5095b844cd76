import { Temporal } from 'temporal-polyfill'
import { runDuesNight } from '~/dues/ladder/run-dues-night.server'
import { readNightSummary } from '~/dues/ladder/night-summary'
import { isoDate } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import type { SystemContext } from '~/platform/context'
import { addDays } from '~/statutes/civil-date'

/** The early morning of a civil day, when the nightly run passes. */
export const morning = (day: string) => Temporal.Instant.from(`${day}T04:30:00Z`)

export const nightly = (db: Db, day: string): SystemContext => ({ db, now: morning(day), actor: null })

/** One nightly run; its summary. */
export async function night(db: Db, day: string) {
  const id = await runDuesNight(nightly(db, day))
  const run = await db.duesRun.findUniqueOrThrow({ where: { id } })
  const summary = readNightSummary(run.summary)
  if (!summary) throw new Error('the run did not end')
  return summary
}

/** A run each morning from a day to another, both included. */
export async function nights(db: Db, from: string, to: string) {
  for (let day = from; day <= to; day = addDays(day, 1)) await night(db, day)
}

/** « called 2027-02-01 », in the order of their recording. */
export async function stepsOf(db: Db, where: { duesId: string } | { memberId: string }) {
  const steps = await db.duesStep.findMany({ where, orderBy: { rank: 'asc' } })
  return steps.map(({ stage, on }) => `${stage} ${isoDate(on)}`)
}

/** The registered letter that invites to explain, of one dues. */
export const letterOf = (db: Db, duesId: string) =>
  db.registeredLetter.findUniqueOrThrow({
    where: { kind_subjectId: { kind: 'dues-formal-notice', subjectId: duesId } },
  })

import type { Temporal } from 'temporal-polyfill'
import { parisDate } from '../app/platform/clock.server'
import type { Db } from '../app/platform/db.server'
import { closeSessions } from './seed/actors'
import { seedApplication } from './seed/applications'
import { seedAssociation } from './seed/association'
import { demoCalendar } from './seed/calendar'
import { seedDuesBefore, settleNewcomers, settleThisYear } from './seed/dues'
import { demandEmpty, markComplete } from './seed/emptiness'
import { callThisYear, followUnpaidDues } from './seed/procedure'
import { failedAssembly, lastPreparation, secondSession } from './seed/last-year'
import { seedMembers, seedNewcomers } from './seed/members'
import { seedOffices } from './seed/offices'
import { settleMails } from './seed/outbox'
import { seedStatutes } from './seed/statutes'
import { admissionMeeting, preparationMeeting } from './seed/this-year'
import { seedUpcoming } from './seed/upcoming'

/**
 * Fills an empty database with the demonstration: a plausible CPTS with last year's meetings and minutes, and an assembly
 * being prepared. What happened goes through the commands of the product, at the hours of the past. Throws when the database
 * holds anything but the remains of a demonstration that was interrupted: those are erased.
 */
export async function seedDemo(db: Db, now: Temporal.Instant): Promise<void> {
  await demandEmpty(db)
  const calendar = demoCalendar(parisDate(now))
  await seedAssociation(db, calendar)
  await seedStatutes(db, calendar)
  await seedMembers(db, calendar)
  await seedOffices(db, calendar)
  await seedDuesBefore(db, calendar)
  await lastPreparation(db, calendar)
  await secondSession(db, calendar, await failedAssembly(db, calendar))
  await callThisYear(db, calendar)
  await settleThisYear(db, calendar)
  await admissionMeeting(db, calendar)
  await seedNewcomers(db, calendar)
  await settleNewcomers(db, calendar)
  await followUnpaidDues(db, calendar)
  await seedApplication(db, calendar)
  await preparationMeeting(db, calendar)
  await seedUpcoming(db, calendar)
  await settleMails(db)
  await closeSessions(db)
  await markComplete(db, now)
}

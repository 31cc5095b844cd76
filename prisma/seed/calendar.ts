import { Temporal } from 'temporal-polyfill'
import { addDays, addYears, type CivilDate } from '~/statutes/civil-date'

/**
 * The days of the demonstration, told from the day on which it is made so that it reads the same on any: the accounts to be
 * judged are closed and open, the dues of the year are past due and one who owes them is at the end of the procedure, the
 * assembly being prepared comes in thirty days or a little more.
 */
export type DemoCalendar = ReturnType<typeof demoCalendar>

const TUESDAY = 2
/** Days on which no association meets. */
const HOLIDAYS = new Set(['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-24', '12-25', '12-31'])
const QUARTERS = ['12-31', '09-30', '06-30', '03-31']
const DUE_DAYS = ['09-30', '03-31']
/** After their closing the accounts are drawn up, audited, and brought to the Bureau. */
const CLOSED_FOR_DAYS = 45
/** The three reminders, the registered letter and the time to answer it are over. */
const DUE_FOR_DAYS = 110

function tuesdayFrom(date: CivilDate): CivilDate {
  const free = Temporal.PlainDate.from(date).dayOfWeek === TUESDAY && !HOLIDAYS.has(date.slice(5))
  return free ? date : tuesdayFrom(addDays(date, 1))
}

/** The last of these days of the year that is not after `date`. */
function lastBefore(date: CivilDate, daysOfYear: readonly string[]): CivilDate {
  const year = Number(date.slice(0, 4))
  const days = [year, year - 1].flatMap((each) => daysOfYear.map((day) => `${each}-${day}`))
  const found = days.toSorted().findLast((day) => day <= date)
  if (!found) throw new Error(`no day before ${date}`)
  return found
}

/**
 * `year`: the dues in force, those that the second session of last year set. `fiscalYearEnd`: the quarter that leaves the
 * accounts closed for a while and the six months of 13.2-a running, whatever the day on which the demonstration is made.
 */
export function demoCalendar(today: CivilDate) {
  const assembly = tuesdayFrom(addDays(today, 30))
  const closing = lastBefore(addDays(today, -CLOSED_FOR_DAYS), QUARTERS)
  const due = lastBefore(addDays(today, -DUE_FOR_DAYS), DUE_DAYS)
  const second = addDays(assembly, -364)
  const failed = addDays(second, -14)
  const lastPreparation = addDays(failed, -42)
  return {
    today,
    assembly,
    year: Number(due.slice(0, 4)),
    /** last day to pay the dues of `year`; those of the years before and after are due on the same day */
    due,
    called: addDays(due, -24),
    fiscalYearEnd: closing.slice(5),
    closing,
    /** civil year in which the fiscal year judged by the assembly ended */
    accountsOfYear: Number(closing.slice(0, 4)),
    constitution: addDays(addYears(assembly, -6), -119),
    statutesChange: addDays(assembly, -728),
    installation: addDays(lastPreparation, -28),
    lastPreparation,
    failed,
    second,
    admission: tuesdayFrom(addDays(due, 14)),
    preparation: addDays(assembly, -42),
  }
}

import { Temporal } from 'temporal-polyfill'
import { addDays, addYears, type CivilDate } from '~/statutes/civil-date'

/** The days of the demonstration: everything is told from the assembly being prepared, some thirty days after today. */
export type DemoCalendar = ReturnType<typeof demoCalendar>

const TUESDAY = 2

function tuesdayFrom(date: CivilDate): CivilDate {
  return Temporal.PlainDate.from(date).dayOfWeek === TUESDAY ? date : tuesdayFrom(addDays(date, 1))
}

const half = (date: CivilDate) => (date.slice(5, 7) <= '06' ? 1 : 2)

/**
 * `assembly`: the annual assembly in preparation. Its fiscal year is the one that ended with the last half-year, so that the
 * six months of 13.2-a run whatever the day on which the demonstration is made.
 */
export function demoCalendar(today: CivilDate) {
  const assembly = tuesdayFrom(addDays(today, 30))
  const firstHalf = half(assembly) === 1
  const year = Number(assembly.slice(0, 4))
  const lastYear = addDays(assembly, -364)
  // both sessions of last year fall in the same half-year
  const before = addDays(lastYear, -14)
  const failed = half(before) === half(lastYear) && before.slice(0, 4) === lastYear.slice(0, 4) ? before : lastYear
  const lastPreparation = addDays(failed, -42)
  return {
    today,
    assembly,
    year,
    fiscalYearEnd: firstHalf ? '12-31' : '06-30',
    /** civil year in which the fiscal year judged by the assembly ended */
    accountsOfYear: firstHalf ? year - 1 : year,
    constitution: addDays(addYears(assembly, -6), -119),
    statutesChange: addDays(assembly, -728),
    installation: addDays(lastPreparation, -28),
    lastPreparation,
    failed,
    second: addDays(failed, 14),
    admission: addDays(assembly, -154),
    preparation: addDays(assembly, -42),
  }
}

import { Temporal } from 'temporal-polyfill'

const ZONE = 'Europe/Paris'
const MORNING = '09:00'

/** Days on which what counts in days goes wrong first: ends of months and years, leap days, changes of hour. */
export const TWELVE_DAYS = [
  '2026-12-31',
  '2027-01-01',
  '2027-01-31',
  '2027-02-28',
  '2027-03-28',
  '2027-06-30',
  '2027-10-31',
  '2027-11-30',
  '2027-12-27',
  '2028-02-29',
  '2028-03-01',
  '2028-12-31',
]

/** CLOCK_SHIFT, the setting of every program, for a clock that marks `hour` of `day` in Paris now. */
export function clockOn(day, hour = MORNING) {
  const wanted = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: hour })
  const seconds = Math.round((wanted.epochMilliseconds - Temporal.Now.instant().epochMilliseconds) / 1000)
  return { CLOCK_SHIFT: String(seconds) }
}

/** A day drawn from three years, a leap one among them. */
export function drawDay() {
  const first = Temporal.PlainDate.from('2026-12-01')
  return first.add({ days: Math.floor(Math.random() * (365 + 365 + 366)) }).toString()
}

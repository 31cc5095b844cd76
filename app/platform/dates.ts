import { Temporal } from 'temporal-polyfill'

/** A civil date 'YYYY-MM-DD' from a `date` column (midnight UTC). */
export function isoDate(value: Date): string {
  return value.toISOString().slice(0, 10)
}

/** The value of a `date` column from a civil date 'YYYY-MM-DD'. */
export function dateColumn(iso: string): Date {
  return new Date(`${iso}T00:00:00.000Z`)
}

export function instantFromDate(value: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(value.getTime())
}

/** The value of a `timestamptz` column. */
export function dateFromInstant(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds)
}

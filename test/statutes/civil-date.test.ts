import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, addYears, daysBetween, isCivilDate } from '~/statutes/civil-date'

const day = fc
  .date({ min: new Date('1850-01-01'), max: new Date('2900-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('civil dates', () => {
  it.each([
    '2027-02-30',
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-01-00',
    '2027-6-1',
    '01/06/2027',
    '',
    '2027-06-01T00:00',
    '1799-12-31',
    '3000-01-01',
  ])('refuses %s', (text) => expect(isCivilDate(text)).toBe(false))
  it.each(['2028-02-29', '2000-02-29', '2027-12-31', '1961-04-02'])('accepts %s', (text) =>
    expect(isCivilDate(text)).toBe(true),
  )
  it('clamps a month that lacks the day to its last day', () => {
    expect(addMonths('2027-11-30', 3)).toBe('2028-02-29')
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
    expect(addMonths('2027-12-31', 6)).toBe('2028-06-30')
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addMonths('2027-01-15', -2)).toBe('2026-11-15')
  })
  it('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const expected = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
        expect(addDays(date, days)).toBe(expected)
        expect(daysBetween(date, expected)).toBe(days)
      }),
    )
  })
})

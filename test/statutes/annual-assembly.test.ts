import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annualYear, earliestAnnual, judgeAnnual } from '~/statutes/annual-assembly'
import { addDays } from '~/statutes/civil-date'
import { judgeDuesAmounts, judgeDuesYear } from '~/statutes/dues-decision'
import { modelStatutes } from '~/statutes/model'
import { statutesWith } from './build'

const judge = (year: number, date: string, otherOn: string | null = null, statutes = modelStatutes) => {
  const { outcome, reasons } = judgeAnnual(statutes, { year, date, otherOn })
  return [outcome, ...reasons.map(({ rule }) => rule)]
}
const lawful = ['lawful', '15-b', '13.2-a', '13.2-a']

describe('13.2-a, 15-b the accounts that an annual assembly judges', () => {
  it.each([
    [2026, '2027-01-14', ['unlawful', '15-b']],
    [2026, '2027-01-15', lawful],
    [2026, '2027-01-16', lawful],
    [2026, '2028-01-14', lawful],
    [2026, '2028-01-15', ['unlawful', '13.2-a']],
    [2035, '2027-06-12', ['unlawful', '15-b']],
    [2027, '2027-06-12', ['unlawful', '15-b']],
    [2025, '2027-06-12', ['unlawful', '13.2-a']],
    [2025, '2027-01-14', lawful],
  ])('the accounts of %i on %s: %j', (year, date, expected) => {
    expect(judge(year, date)).toEqual(expected)
  })
  it('13.2-a once: another annual assembly of the year is refused', () => {
    expect(judge(2026, '2027-06-12', '2027-03-02')).toEqual(['unlawful', '13.2-a'])
  })
  it('14-a, 15-b a year that ends in June, accounts open for thirty days, leap years too', () => {
    const june = statutesWith((one) => {
      one.fiscalYearEnd = '06-30'
      one.accounts.openToMembersDays = 30
    })
    expect(judge(2027, '2027-07-29', null, june)).toEqual(['unlawful', '15-b'])
    expect(judge(2027, '2027-07-30', null, june)).toEqual(lawful)
    const february = statutesWith((one) => void (one.fiscalYearEnd = '02-28'))
    expect(earliestAnnual(february, 2028)).toBe('2028-03-14')
  })
  it('on every day there is exactly one year to judge', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.constantFrom('12-31', '06-30', '03-31'),
        (days, fiscalYearEnd) => {
          const statutes = statutesWith((one) => void (one.fiscalYearEnd = fiscalYearEnd))
          const date = addDays('2024-01-01', days)
          const years = [-2, -1, 0, 1, 2].map((more) => Number(date.slice(0, 4)) + more)
          const allowed = years.filter((year) => judge(year, date, null, statutes)[0] === 'lawful')
          expect(allowed).toEqual([annualYear(statutes, date)])
        },
      ),
    )
  })
})

describe('13.2-b the dues that an assembly sets', () => {
  it.each([
    [2026, '2026-12-31', 'unlawful'],
    [2027, '2027-06-12', 'unlawful'],
    [2027, '2027-06-13', 'lawful'],
    [2027, '2028-01-01', 'unlawful'],
    [2028, '2028-03-31', 'lawful'],
    [2028, '2027-12-31', 'unlawful'],
    [2029, '2029-03-31', 'unlawful'],
    [2999, '2999-03-31', 'unlawful'],
  ])('those of %i, due on %s, set on 12 June 2027: %s', (year, dueOn, outcome) => {
    expect(judgeDuesYear({ year, dueOn, date: '2027-06-12' }).outcome).toBe(outcome)
  })
  it.each([
    [{ founder: 1, active: 1 }, 'lawful'],
    [{ founder: 1 }, 'unlawful'],
    [{ founder: 1, active: 0, honorary: 1 }, 'unlawful'],
  ])('6-a %j: %s', (amounts, outcome) => {
    expect(judgeDuesAmounts(modelStatutes, amounts).outcome).toBe(outcome)
  })
})

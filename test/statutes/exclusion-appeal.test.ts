import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articlesInForce } from '~/statutes/catalogue-text'
import { addDays } from '~/statutes/civil-date'
import { judgeAppeal, judgeAppealable, lastDayOfAppeal } from '~/statutes/exclusion-appeal'
import { modelStatutes } from '~/statutes/model'
import { parseStatutes } from '~/statutes/parse-statutes'
import { silences } from '~/statutes/silences'
import { statutesWith } from './build'

const giving = (days: number) => statutesWith((one) => (one.discipline.appealDays = days))
const thirty = giving(30)
const appeal = { decidedBy: 'president', presentedOn: '2027-06-02', on: '2027-06-10' } as const

describe('6.4-a the appeal to the assembly, where the statutes give it', () => {
  it.each([
    ['2027-07-01', 'lawful'],
    ['2027-07-02', 'lawful'],
    ['2027-07-03', 'unlawful'],
  ])('6.4-a thirty days from 2 June, the day of the presentation left out: on %s → %s', (on, outcome) => {
    const ruling = judgeAppeal(thirty, { ...appeal, on })
    expect(ruling.outcome).toBe(outcome)
    expect(ruling.reasons[0]).toMatchObject({
      rule: '6.4-a',
      figures: { days: 30, date: on, since: '2027-06-02', deadline: '2027-07-02' },
    })
  })
  it('6.4-a the delay does not run before the letter is presented', () => {
    expect(judgeAppeal(thirty, { ...appeal, presentedOn: null, on: '2030-01-01' }).outcome).toBe('lawful')
  })
  it.each(['president', 'bureau'] as const)('6.4-a against what the %s decided', (decidedBy) => {
    expect(judgeAppealable(thirty, decidedBy).outcome).toBe('lawful')
    expect(judgeAppeal(thirty, { ...appeal, decidedBy }).outcome).toBe('lawful')
  })
  it.each(['ago', 'age'] as const)('6.4-a never against what an assembly decided itself (%s)', (decidedBy) => {
    const ruling = judgeAppeal(thirty, { ...appeal, decidedBy })
    expect(ruling.outcome).toBe('unlawful')
    expect(ruling.reasons[0]?.sentence).toContain('déjà celle de l’assemblée générale')
  })
  it('6.4-a the model gives none, and has no last day', () => {
    expect(judgeAppeal(modelStatutes, appeal).outcome).toBe('unlawful')
    expect(lastDayOfAppeal(modelStatutes, '2027-06-02')).toBeNull()
  })
  it('6.4-a never after the last day, always until it', () => {
    const day = fc.integer({ min: 0, max: 5_000 }).map((offset) => addDays('2024-01-01', offset))
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 800 }),
        (presentedOn, days, after) => {
          const on = addDays(presentedOn, after)
          const ruling = judgeAppeal(giving(days), { ...appeal, presentedOn, on })
          expect(ruling.outcome).toBe(after <= days ? 'lawful' : 'unlawful')
          expect(lastDayOfAppeal(giving(days), presentedOn)).toBe(addDays(presentedOn, days))
        },
      ),
    )
  })
})

describe('discipline.appealDays', () => {
  const asFile = (days: unknown) => ({
    ...modelStatutes,
    discipline: { ...modelStatutes.discipline, appealDays: days },
  })

  it('is a number of days, one at least; absent, the statutes are what they were', () => {
    expect(parseStatutes(modelStatutes).ok).toBe(true)
    expect([1, 30].every((days) => parseStatutes(asFile(days)).ok)).toBe(true)
    expect([0, -1, 1.5, '30', null].some((days) => parseStatutes(asFile(days)).ok)).toBe(false)
  })
  it('is said with the other settings only where it is given', () => {
    const text = (statutes = modelStatutes) =>
      articlesInForce(statutes)
        .flatMap(({ paragraphs }) => paragraphs.map((one) => one.text))
        .join('\n')
    expect(text()).not.toContain('décider à nouveau')
    expect(text(thirty)).toMatch(/décider à nouveau, sous 30 jours .*ne suspend pas l’exclusion/)
    const read = silences(thirty).find(({ path }) => path === 'discipline.appealDays')
    expect(read).toMatchObject({ value: '30', rule: '6.4-a' })
    expect(silences(modelStatutes).some(({ path }) => path === 'discipline.appealDays')).toBe(false)
  })
})

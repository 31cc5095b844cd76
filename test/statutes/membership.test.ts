import { describe, expect, it } from 'vitest'
import { judgeAdmission, judgeFounderCandidate, judgeHonoraryAward, judgeTerritory } from '~/statutes/membership'
import { modelStatutes } from '~/statutes/model'
import { judgeRepresentative } from '~/statutes/representation'
import { statutesWith } from './build'

describe('6.1-c more than five years as active', () => {
  const candidate = {
    category: 'active',
    activeSince: '2022-05-10',
    suspendedDays: 0,
    body: 'ago',
    annual: true,
    date: '2027-05-11',
  } as const
  it.each([
    ['2027-05-09', 'unlawful'],
    ['2027-05-10', 'unlawful'],
    ['2027-05-11', 'lawful'],
  ])('admitted on 10 May 2022, assembly on %s → %s', (date, outcome) => {
    expect(judgeFounderCandidate(modelStatutes, { ...candidate, date }).outcome).toBe(outcome)
  })
  it('suspensions are deducted, and « at least » lets the anniversary pass', () => {
    expect(judgeFounderCandidate(modelStatutes, { ...candidate, suspendedDays: 1 }).outcome).toBe('unlawful')
    const lenient = statutesWith((one) => (one.admission.founder.strict = false))
    expect(judgeFounderCandidate(lenient, { ...candidate, date: '2027-05-10' }).outcome).toBe('lawful')
  })
  it('only an active member, only at the annual ordinary assembly', () => {
    expect(judgeFounderCandidate(modelStatutes, { ...candidate, category: 'honorary' }).outcome).toBe('unlawful')
    expect(judgeFounderCandidate(modelStatutes, { ...candidate, annual: false }).outcome).toBe('unlawful')
    expect(judgeFounderCandidate(modelStatutes, { ...candidate, body: 'age' }).outcome).toBe('unlawful')
  })
})

describe('6.2-a unanimity of the Bureau in office', () => {
  const admitted = (votes: Parameters<typeof judgeAdmission>[1]) => judgeAdmission(modelStatutes, votes).outcome
  it('an absence or an abstention is a no', () => {
    expect(admitted({ inOffice: 4, present: 4, for: 4 })).toBe('lawful')
    expect(admitted({ inOffice: 4, present: 3, for: 3 })).toBe('unlawful')
    expect(admitted({ inOffice: 4, present: 4, for: 3 })).toBe('unlawful')
    expect(admitted({ inOffice: 0, present: 0, for: 0 })).toBe('unlawful')
  })
  it('of the present, where the statutes say so', () => {
    const statutes = statutesWith((one) => (one.admission.active.unanimityOf = 'present'))
    expect(judgeAdmission(statutes, { inOffice: 4, present: 3, for: 3 }).outcome).toBe('lawful')
  })
})

describe('titles, suspension, territory, representatives', () => {
  it('6.3-a honorary: annual ordinary assembly', () => {
    expect(judgeHonoraryAward(modelStatutes, { body: 'ago', annual: true }).outcome).toBe('lawful')
    expect(judgeHonoraryAward(modelStatutes, { body: 'ago', annual: false }).outcome).toBe('unlawful')
    expect(judgeHonoraryAward(modelStatutes, { body: 'bureau', annual: true }).outcome).toBe('unlawful')
  })
  it('6-b territory: inside, outside, none asked', () => {
    const nowhere = statutesWith((one) => (one.region = []))
    expect(
      [judgeTerritory(modelStatutes, '75'), judgeTerritory(modelStatutes, '13'), judgeTerritory(nowhere, '13')].map(
        (one) => one.outcome,
      ),
    ).toEqual(['lawful', 'unlawful', 'lawful'])
  })
  it.each([
    [true, 'legal', false, 'lawful'],
    [true, 'subordinate', true, 'lawful'],
    [true, 'subordinate', false, 'unlawful'],
    [true, 'other', true, 'unlawful'],
    [false, 'subordinate', true, 'unlawful'],
  ] as const)('6.2-d legal person %s, %s, mandate %s → %s', (legalPerson, who, hasMandate, outcome) => {
    expect(judgeRepresentative({ legalPerson, who, hasMandate }).outcome).toBe(outcome)
  })
})

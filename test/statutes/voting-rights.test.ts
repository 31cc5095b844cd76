import { describe, expect, it } from 'vitest'
import { modelStatutes } from '~/statutes/model'
import { electorate, votingRights, type MemberFacts } from '~/statutes/voting-rights'
import { member, statutesWith } from './build'

const meeting = { body: 'ago', date: '2027-06-01' } as const
const right = (facts: MemberFacts, statutes = modelStatutes) => {
  const [one] = votingRights(statutes, [facts], meeting)
  if (!one) throw new Error('one right was expected')
  return one
}

describe('13.1-a voices', () => {
  it('founder three, active one, honorary none', () => {
    expect(right(member('F1'))).toMatchObject({ voices: 3, mayVote: true, countsInQuorum: true })
    expect(right(member('A1'))).toMatchObject({ voices: 1, mayVote: true, countsInQuorum: true })
  })
  it('6.3-a an honorary member attends without a vote and pays nothing', () => {
    expect(right(member('H1', { duesPaidOn: null }))).toMatchObject({
      voices: 0,
      mayVote: false,
      convened: true,
      attends: true,
      duesOk: true,
    })
  })
  it('6.4-c a suspended member has no right at all', () => {
    expect(right(member('A1', { suspended: true }))).toMatchObject({
      mayVote: false,
      convened: false,
      attends: false,
      countsInQuorum: false,
    })
  })
  it('counts heads and voices of those with the right to vote', () => {
    const rights = votingRights(
      modelStatutes,
      ['F1', 'A1', 'A2', 'H1'].map((id) => member(id)),
      meeting,
    )
    expect(electorate(rights)).toEqual({ members: 3, voices: 5 })
  })
})

describe('6.4-b unpaid dues', () => {
  const unpaid = member('A1', { duesPaidOn: null })
  const under = (unpaidDues: 'votes' | 'attends' | 'excluded') =>
    right(
      unpaid,
      statutesWith((one) => (one.votingRight.unpaidDues = unpaidDues)),
    )
  it('votes: counted and voting, with a warning', () => {
    expect(under('votes')).toMatchObject({ mayVote: true, countsInQuorum: true, duesOk: false })
    expect(under('votes').reasons).toHaveLength(1)
  })
  it('attends: convened, no vote, out of the base', () => {
    expect(under('attends')).toMatchObject({ mayVote: false, convened: true, countsInQuorum: false })
  })
  it('excluded: not convened either', () => {
    expect(under('excluded')).toMatchObject({ mayVote: false, convened: false, countsInQuorum: false })
  })
  it.each([
    ['2027-05-01', true],
    ['2027-05-02', true],
    ['2027-05-03', false],
  ])('paid 30 days before: paid on %s → %s', (duesPaidOn, mayVote) => {
    const statutes = statutesWith((one) =>
      Object.assign(one.votingRight, { unpaidDues: 'attends', duesPaidBeforeDays: 30 }),
    )
    expect(right(member('A1', { duesPaidOn }), statutes).mayVote).toBe(mayVote)
  })
  it.each([
    ['2027-05-31', true],
    ['2027-06-01', true],
    ['2027-06-02', false],
  ])('paid on the day at the latest: paid on %s → %s', (duesPaidOn, duesOk) => {
    expect(right(member('A1', { duesPaidOn })).duesOk).toBe(duesOk)
  })
  it('where unpaid members vote, days before the meeting are ignored', () => {
    const statutes = statutesWith((one) => (one.votingRight.duesPaidBeforeDays = 300))
    expect(right(member('A1', { duesPaidOn: '2027-05-31' }), statutes)).toMatchObject({ mayVote: true, duesOk: true })
  })
})

describe('6-a seniority', () => {
  const admitted = (date: string, months: number, strict: boolean) =>
    right(
      member('A1', { admitted: date }),
      statutesWith((one) => (one.votingRight.seniority = { months, strict })),
    ).mayVote
  it.each([
    ['2027-02-28', true],
    ['2027-03-01', true],
    ['2027-03-02', false],
  ])('three months, admitted on %s → %s', (date, mayVote) => expect(admitted(date, 3, false)).toBe(mayVote))
  it.each([
    ['2027-02-28', true],
    ['2027-03-01', false],
    ['2027-03-02', false],
  ])('more than three months, admitted on %s → %s', (date, mayVote) => expect(admitted(date, 3, true)).toBe(mayVote))
  it('the last day of a month that lacks the day', () => {
    const on = (date: string) =>
      votingRights(
        statutesWith((one) => (one.votingRight.seniority.months = 3)),
        [member('A1', { admitted: '2026-11-30' })],
        { body: 'ago', date },
      )[0]?.mayVote
    expect([on('2027-02-27'), on('2027-02-28'), on('2027-03-01')]).toEqual([false, true, true])
  })
  it('a member admitted after the meeting has no vote', () => {
    expect(admitted('2027-06-02', 0, false)).toBe(false)
    expect(admitted('2027-06-01', 0, false)).toBe(true)
    expect(admitted('2027-06-01', 0, true)).toBe(false)
  })
})

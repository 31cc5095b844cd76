import { describe, expect, it } from 'vitest'
import { ids, member, statutesWith, unanimity, vote, type Ask } from './build'

const question: Ask = { present: ['F1', 'F2', ...ids('A', 8)], proxies: [['F3', 'F1']] }

describe('6.1-c unanimity of the founders present or represented', () => {
  it('every one of them votes for', () => {
    expect(vote(question, unanimity({ for: ['F1', 'F2', 'F3'] }))).toMatchObject({
      adopted: true,
      for: 9,
      casting: null,
      rule: '6.1-c',
    })
  })
  it.each([
    ['an abstention', { for: ['F1', 'F2'], abstained: ['F3'] }],
    ['a blank', { for: ['F1', 'F2'], blank: ['F3'] }],
    ['a vote against', { for: ['F1', 'F2'], against: ['F3'] }],
    ['no vote', { for: ['F1', 'F2'] }],
  ])('%s breaks it', (_, votes) => expect(vote(question, unanimity(votes))).toMatchObject({ adopted: false }))
  it('the absent do not break it, nor the actives who vote against', () => {
    expect(vote(question, unanimity({ for: ['F1', 'F2', 'F3'], against: ['A1', 'F4'] }))).toMatchObject({
      adopted: true,
      against: 1,
      setAside: ['F4'],
    })
  })
  it('needs at least one of them', () => {
    expect(vote({ present: ids('A', 10) }, unanimity({ for: ids('A', 10) }))).toMatchObject({
      valid: true,
      adopted: false,
    })
  })
  it('a founder who goes takes along whom he represents', () => {
    expect(vote(question, unanimity({ for: ['F2'] }, ['founder'], { gone: ['F1'] }))).toMatchObject({
      adopted: true,
      for: 3,
    })
  })
  it('needs the quorum at this vote', () => {
    expect(vote({ present: ['F1', 'F2'] }, unanimity({ for: ['F1', 'F2'] }))).toMatchObject({
      valid: false,
      adopted: false,
    })
  })
  it('a founder without the right to vote does not break it', () => {
    const statutes = statutesWith((one) => (one.votingRight.unpaidDues = 'attends'))
    const members = [...ids('F', 2), ...ids('A', 4)].map((id) =>
      member(id, { duesPaidOn: id === 'F2' ? null : '2027-01-15' }),
    )
    const answer = vote({ statutes, members, present: members.map((one) => one.id) }, unanimity({ for: ['F1', 'F2'] }))
    expect(answer).toMatchObject({ adopted: true, setAside: ['F2'] })
    // Were unpaid members to vote, F2 would have voted for: the same outcome, hence no warning.
    expect(answer.sensitive).toEqual([])
  })
  it('of several categories', () => {
    expect(vote(question, unanimity({ for: ['F1', 'F2', 'F3', ...ids('A', 8)] }, ['founder', 'active']))).toMatchObject(
      { adopted: true },
    )
    expect(vote(question, unanimity({ for: ['F1', 'F2', 'F3'] }, ['founder', 'active']))).toMatchObject({
      adopted: false,
    })
  })
})

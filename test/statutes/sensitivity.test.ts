import { describe, expect, it } from 'vitest'
import { everyone, ids, member, resolution, vote, type Ask } from './build'

const paths = (question: Ask, item: ReturnType<typeof resolution>) =>
  vote(question, item).sensitive.map(({ path, value, outcome }) => ({ path, value, outcome }))

describe('outcomes that hang on a reading', () => {
  const actives: Ask = { members: ids('A', 30).map((id) => member(id)), present: ids('A', 30) }
  it('4.20 « 50 % + 1 »: 13 of 25 pass, 14 would be asked to the letter', () => {
    expect(paths(actives, resolution({ for: ids('A', 13), against: ids('A', 12, 14) }))).toEqual([
      { path: 'bodies.ago.majority[0].moreThan', value: '1/2 + 1', outcome: 'rejected' },
    ])
    expect(paths(actives, resolution({ for: ids('A', 14), against: ids('A', 11, 15) }))).toEqual([])
    expect(paths(actives, resolution({ for: ids('A', 12), against: ids('A', 13, 13) }))).toEqual([])
    expect(paths(actives, resolution({ for: ids('A', 13), against: ids('A', 11, 14) }))).toEqual([])
  })
  it('4.17 quorum by heads or in voices', () => {
    expect(paths({ present: ids('F', 4) }, resolution({ for: ids('F', 4) }))).toEqual([
      { path: 'bodies.ago.quorum[0].of', value: 'voices', outcome: 'adopted' },
    ])
    expect(paths({ present: ids('A', 8) }, resolution({ for: ids('A', 8) }))).toEqual([
      { path: 'bodies.ago.quorum[0].of', value: 'voices', outcome: 'rejected' },
    ])
  })
  it('4.28 second session: relative majority in voices or by heads', () => {
    const second: Ask = {
      meeting: { session: 2, failedOn: '2027-06-01', date: '2027-06-16', sentOn: '2027-06-08' },
      present: ['F1', 'A1', 'A2'],
    }
    expect(paths(second, resolution({ for: ['F1'], against: ['A1', 'A2'] }))).toEqual([
      { path: 'bodies.ago.secondSession.majority[0].unit', value: 'members', outcome: 'rejected' },
    ])
    expect(paths(second, resolution({ for: ['F1', 'A1'], against: ['A2'] }))).toEqual([])
  })
  it('4.8 with or without the members behind on their dues', () => {
    const members = everyone.map((id) => member(id, { duesPaidOn: ['A1', 'A2'].includes(id) ? null : '2027-01-15' }))
    expect(paths({ members }, resolution({ for: ids('A', 8), against: ids('A', 7, 9) }))).toEqual([
      { path: 'bodies.ago.majority[0].moreThan', value: '1/2 + 1', outcome: 'rejected' },
      { path: 'votingRight.unpaidDues', value: 'attends', outcome: 'rejected' },
    ])
  })
  it('says nothing where every reading agrees', () => {
    expect(paths({}, resolution({ for: everyone }))).toEqual([])
    expect(paths({}, resolution({ against: everyone }))).toEqual([])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyone, ids, member, resolution, statutesWith, vote, type Ask } from './build'

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
  it.each([
    ['2027-05-01', []],
    ['2027-05-02', []],
    ['2027-05-03', [{ path: 'votingRight.unpaidDues', value: 'attends', outcome: 'rejected' }]],
    ['2027-06-01', [{ path: 'votingRight.unpaidDues', value: 'attends', outcome: 'rejected' }]],
    ['2027-06-02', [{ path: 'votingRight.unpaidDues', value: 'attends', outcome: 'rejected' }]],
  ])('4.8 paid on %s, thirty days before 1 June being asked of who must be paid up: %j', (paidOn, expected) => {
    const late = ['A1', 'A2', 'A3']
    const question: Ask = {
      statutes: statutesWith((one) => void (one.votingRight.duesPaidBeforeDays = 30)),
      members: everyone.map((id) => member(id, late.includes(id) ? { duesPaidOn: paidOn } : {})),
    }
    expect(paths(question, resolution({ for: ids('A', 9), against: ids('A', 7, 10) }))).toEqual(expected)
  })
  it.each([
    ['for', { for: ['F1', 'A1', 'A2'], against: ['F2', 'A3', 'A4'] }, 'adopted'],
    ['against', { against: ['F1', 'A1'], for: ['F2', 'A2'] }, null],
    ['abstained', { abstained: ['F1'], for: ['F2'], against: ['F3'] }, null],
    ['blank', { blank: ['F1'], for: ['F2'], against: ['F3'] }, null],
    ['no vote', { for: ['F2'], against: ['F3'] }, null],
  ])('4.23 a secret tie, the President known to have voted %s', (_, votes, outcome) => {
    expect(paths({}, resolution(votes, { secret: true }))).toEqual(
      outcome === null ? [] : [{ path: 'bodies.ago.castingVote', value: 'president', outcome }],
    )
  })
  it('4.8, 4.23 a reading is told if and only if the whole meeting, judged by it, ends otherwise', () => {
    const choice = fc.constantFrom('for', 'against', 'abstained', 'blank', 'absent' as const)
    const paidOn = fc.constantFrom(null, '2027-01-15', '2027-05-02', '2027-05-03', '2027-06-01')
    const person = fc.record({ choice, paidOn })
    const policy = fc.constantFrom('votes' as const, 'attends' as const, 'excluded' as const)
    const few = [...ids('F', 2), ...ids('A', 5)]
    const all = fc.tuple(...few.map(() => person))
    fc.assert(
      fc.property(all, policy, fc.constantFrom(0, 30), fc.boolean(), (people, unpaidDues, days, secret) => {
        const at = (id: string) => people[few.indexOf(id)]
        const named = (wanted: string) => few.filter((id) => at(id)?.choice === wanted)
        const item = resolution(
          { for: named('for'), against: named('against'), abstained: named('abstained'), blank: named('blank') },
          { secret },
        )
        const under = (unpaid: typeof unpaidDues, castingVote: 'president' | 'president-open-ballot'): Ask => ({
          members: few.map((id) => member(id, { duesPaidOn: at(id)?.paidOn ?? null })),
          present: few.filter((id) => at(id)?.choice !== 'absent'),
          statutes: statutesWith((one) => {
            one.votingRight.unpaidDues = unpaid
            one.votingRight.duesPaidBeforeDays = days
            one.bodies.ago.castingVote = castingVote
          }),
        })
        const told = vote(under(unpaidDues, 'president-open-ballot'), item)
        const other = unpaidDues === 'votes' ? 'attends' : 'votes'
        const otherDues = vote(under(other, 'president-open-ballot'), item).adopted
        const otherCasting = vote(under(unpaidDues, 'president'), item).adopted
        const says = (path: string) => told.sensitive.some((reading) => reading.path === path)
        expect(says('votingRight.unpaidDues')).toBe(otherDues !== told.adopted)
        expect(says('bodies.ago.castingVote')).toBe(otherCasting !== told.adopted)
      }),
      { numRuns: 600 },
    )
  })
  it('says nothing where every reading agrees', () => {
    expect(paths({}, resolution({ for: everyone }))).toEqual([])
    expect(paths({}, resolution({ against: everyone }))).toEqual([])
  })
})

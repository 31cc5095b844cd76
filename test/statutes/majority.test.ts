import { describe, expect, it } from 'vitest'
import type { MajorityRequirement } from '~/statutes/schema'
import { ask, ids, member, resolution, statutesWith, vote, type Ask } from './build'

const majority = (...requirements: MajorityRequirement[]) => ({
  statutes: statutesWith((one) => (one.bodies.ago.majority = requirements)),
})
const allActives: Ask = { members: ids('A', 30).map((id) => member(id)), present: ids('A', 30) }

describe('13.2-d absolute majority of the votes cast, in voices', () => {
  it.each([
    [12, 13, false],
    [13, 12, true],
    [14, 11, true],
  ])('%i for, %i against → %s', (yes, no, adopted) => {
    const item = resolution({ for: ids('A', yes), against: ids('A', no, yes + 1) })
    expect(vote(allActives, item)).toMatchObject({ adopted, cast: 25, rule: '13.2-d' })
  })
  it('blanks and abstentions are not cast: 2 for, 1 against, 27 silent → adopted', () => {
    const item = resolution({
      for: ids('A', 2),
      against: ids('A', 1, 3),
      abstained: ids('A', 13, 4),
      blank: ids('A', 14, 17),
    })
    expect(vote(allActives, item)).toMatchObject({ adopted: true, cast: 3, abstained: 13, blank: 14, present: 30 })
  })
  it('no vote cast: not adopted, whatever the requirement', () => {
    const item = resolution({ abstained: ids('A', 30) })
    const lenient = majority({ share: 'against', of: 'all', unit: 'voices', lessThan: '1/2' })
    expect(vote(allActives, item)).toMatchObject({ adopted: false, cast: 0 })
    expect(vote({ ...allActives, ...lenient }, item)).toMatchObject({ adopted: false })
  })
})

describe('13.3-c two thirds of the votes cast', () => {
  it.each([
    [19, 10, false],
    [20, 9, true],
    [20, 10, true],
    [12, 12, false],
  ])('%i for, %i against → %s', (yes, no, adopted) => {
    const item = resolution({ for: ids('A', yes), against: ids('A', no, yes + 1) })
    expect(vote({ ...allActives, meeting: { body: 'age' } }, item)).toMatchObject({
      adopted,
      casting: null,
      rule: '13.3-c',
    })
  })
})

describe('parameters of the majority', () => {
  const item = resolution({
    for: ids('A', 10),
    against: ids('A', 5, 11),
    abstained: ids('A', 4, 16),
    blank: ids('A', 1, 20),
  })
  const present = { ...allActives, present: ids('A', 24) }
  it.each([
    ['cast', '2/3', true],
    ['voters', '1/2', true],
    ['voters', '11/20', false],
    ['present', '5/12', true],
    ['present', '1/2', false],
    ['all', '1/3', true],
    ['all', '2/5', false],
  ] as const)('10 for of 15 cast, 20 voters, 24 present, 30 in all: at least %s %s → %s', (of, atLeast, adopted) => {
    expect(vote({ ...present, ...majority({ share: 'for', of, unit: 'voices', atLeast }) }, item).adopted).toBe(adopted)
  })
  it('share against: fewer than a third of the voters oppose', () => {
    const against = (lessThan: string) => majority({ share: 'against', of: 'voters', unit: 'members', lessThan })
    expect(vote({ ...present, ...against('1/3') }, item).adopted).toBe(true)
    expect(vote({ ...present, ...against('1/4') }, item).adopted).toBe(false)
  })
  it('by heads: 4 founders of 12 voices lose to 5 actives', () => {
    const heads = majority({ share: 'for', of: 'cast', unit: 'members', moreThan: '1/2' })
    const weighted = resolution({ for: ids('F', 4), against: ids('A', 5) })
    expect(vote({}, weighted).adopted).toBe(true)
    expect(vote(heads, weighted)).toMatchObject({ adopted: false, for: 12, against: 5 })
  })
  it('a number of voices', () => {
    const count = (least: number) => majority({ share: 'for', of: 'cast', unit: 'voices', count: least })
    expect([
      vote({ ...present, ...count(10) }, item).adopted,
      vote({ ...present, ...count(11) }, item).adopted,
    ]).toEqual([true, false])
  })
  it('a double majority: the assembly and the founders', () => {
    const double = majority(
      { share: 'for', of: 'cast', unit: 'voices', moreThan: '1/2' },
      { share: 'for', of: 'cast', unit: 'members', moreThan: '1/2', among: ['founder'] },
    )
    expect(vote(double, resolution({ for: [...ids('A', 20), 'F1'], against: ['F2', 'F3'] })).adopted).toBe(false)
    expect(vote(double, resolution({ for: [...ids('A', 20), 'F1', 'F2'], against: ['F3'] })).adopted).toBe(true)
    // No founder cast a vote: the second base is empty.
    expect(vote(double, resolution({ for: ids('A', 20), abstained: ids('F', 4) })).adopted).toBe(false)
  })
})

describe('13.2-d casting vote of the President', () => {
  const tie = { for: ids('F', 4), against: ids('A', 12), abstained: ids('A', 2, 13) }
  it('open ballot: the side for which he voted', () => {
    expect(vote({}, resolution(tie))).toMatchObject({ adopted: true, casting: 'for', for: 12, against: 12 })
    expect(vote({}, resolution({ for: tie.against, against: tie.for }))).toMatchObject({
      adopted: false,
      casting: 'against',
    })
  })
  it('secret ballot: none, and the other reading is told', () => {
    const answer = vote({}, resolution(tie, { secret: true }))
    expect(answer).toMatchObject({ adopted: false, casting: null })
    expect(answer.sensitive).toMatchObject([{ path: 'bodies.ago.castingVote', value: 'president', outcome: 'adopted' }])
  })
  it('always, where the statutes say so', () => {
    const statutes = statutesWith((one) => (one.bodies.ago.castingVote = 'president'))
    expect(vote({ statutes }, resolution(tie, { secret: true }))).toMatchObject({ adopted: true, casting: 'for' })
  })
  it('none where he abstained, is gone, or is only represented', () => {
    const balanced = { for: ids('F', 3, 2), against: ids('A', 9) }
    expect(vote({}, resolution({ ...balanced, abstained: ['F1'] }))).toMatchObject({
      adopted: false,
      casting: null,
      for: 9,
      against: 9,
    })
    expect(vote({}, resolution({ ...balanced, for: [...balanced.for, 'F1'] }, { gone: ['F1'] }))).toMatchObject({
      casting: null,
      setAside: ['F1'],
    })
    const absent: Ask = { present: ['F2', ...ids('A', 20)], proxies: [['F1', 'F2']] }
    expect(vote(absent, resolution({ for: ['F1', 'F2'], against: ids('A', 6) }))).toMatchObject({
      for: 6,
      against: 6,
      adopted: false,
      casting: null,
    })
  })
  it('none in the AGE, in the Bureau, on several requirements or on another fraction', () => {
    expect(vote({ meeting: { body: 'age' } }, resolution(tie))).toMatchObject({ adopted: false, casting: null })
    const bureau: Ask = {
      members: ids('F', 4).map((id) => member(id)),
      meeting: { body: 'bureau' },
      present: ids('F', 4),
    }
    expect(vote(bureau, resolution({ for: ['F1', 'F2'], against: ['F3', 'F4'] }))).toMatchObject({
      adopted: false,
      casting: null,
      rule: '8.3-a',
    })
    const half = { share: 'for', of: 'cast', unit: 'voices', moreThan: '1/2' } as const
    expect(vote(majority(half, half), resolution(tie))).toMatchObject({ adopted: false, casting: null })
    expect(vote(majority({ ...half, moreThan: '3/5' }), resolution(tie))).toMatchObject({
      adopted: false,
      casting: null,
    })
    expect(vote(majority({ ...half, moreThan: '2/4' }), resolution(tie))).toMatchObject({
      adopted: true,
      casting: 'for',
    })
  })
  it('looks at the tie in the unit of the requirement', () => {
    const heads = majority({ share: 'for', of: 'cast', unit: 'members', moreThan: '1/2' })
    expect(vote(heads, resolution({ for: ids('F', 4), against: ids('A', 4) }))).toMatchObject({
      adopted: true,
      casting: 'for',
      for: 12,
      against: 4,
    })
    expect(vote(heads, resolution(tie))).toMatchObject({ adopted: false, casting: null })
  })
  it('works only in a valid assembly', () => {
    expect(vote({ present: ['F1', 'F2'] }, resolution({ for: ['F1'], against: ['F2'] }))).toMatchObject({
      valid: false,
      adopted: false,
      casting: null,
    })
  })
})

describe('13.2-e second session', () => {
  const second: Partial<Ask['meeting']> = {
    session: 2,
    failedOn: '2027-06-01',
    date: '2027-06-16',
    sentOn: '2027-06-08',
  }
  it('relative majority without quorum: 3 for, 2 against, the rest silent', () => {
    const question: Ask = { meeting: second, present: ids('A', 7) }
    expect(vote(question, resolution({ for: ids('A', 3), against: ids('A', 2, 4) }))).toMatchObject({
      valid: true,
      adopted: true,
      rule: '13.2-e',
    })
    expect(vote(question, resolution({ for: ids('A', 2), against: ids('A', 2, 3) }))).toMatchObject({ adopted: false })
  })
  const strict = statutesWith(
    (one) => (one.bodies.ago.majority = [{ share: 'for', of: 'present', unit: 'voices', moreThan: '1/2' }]),
  )
  it('where the first session’s quorum is met, its majority applies, looked at again before each vote', () => {
    const question: Ask = { statutes: strict, meeting: second, present: ids('A', 8) }
    const item = { for: ids('A', 3), against: ids('A', 2, 4) }
    expect(vote(question, resolution(item))).toMatchObject({ valid: true, adopted: false, rule: '13.2-d' })
    expect(vote(question, resolution(item, { gone: ['A8'] }))).toMatchObject({
      valid: true,
      adopted: true,
      rule: '13.2-e',
    })
  })
  it('its own quorum replaces the first', () => {
    const statutes = statutesWith(
      (one) => (one.bodies.ago.secondSession!.quorum = [{ of: 'members', atLeast: '1/4', represented: true }]),
    )
    const item = resolution({ for: ids('A', 3) })
    expect(vote({ statutes, meeting: second, present: ids('A', 5) }, item)).toMatchObject({
      valid: false,
      adopted: false,
    })
    expect(vote({ statutes, meeting: second, present: ids('A', 6) }, item)).toMatchObject({
      valid: true,
      adopted: true,
      rule: '13.2-e',
    })
  })
})

describe('votes set aside', () => {
  it('absent, without right, gone, wrongly represented: in the order of the lists', () => {
    const question: Ask = {
      present: ids('A', 12),
      proxies: [
        ['A13', 'A1'],
        ['A14', 'A1'],
      ],
    }
    const item = resolution(
      { for: ['A20', 'A1', 'A13'], against: ['A2', 'A14'], abstained: ['A12'], blank: ['F1'] },
      { gone: ['A12'] },
    )
    expect(vote(question, item)).toMatchObject({
      setAside: ['A20', 'A14', 'A12', 'F1'],
      for: 2,
      against: 1,
      abstained: 0,
      blank: 0,
      present: 12,
    })
  })
  it('who goes stays away for the later items, with whom he represents', () => {
    const members = ids('A', 12).map((id) => member(id))
    const [first, second, third] = [
      resolution({ for: ids('A', 12) }, { id: 'R1' }),
      resolution({ for: ids('A', 12) }, { id: 'R2', gone: ['A1'] }),
      resolution({ for: ids('A', 12) }, { id: 'R3', gone: ['A2'] }),
    ]
    const items = [first, second, third]
    expect(ask({ members, present: ids('A', 11), proxies: [['A12', 'A1']], items }).items).toMatchObject([
      { id: 'R1', setAside: [], for: 12, present: 12 },
      { id: 'R2', setAside: ['A1', 'A12'], for: 10, present: 10 },
      { id: 'R3', setAside: ['A1', 'A2', 'A12'], for: 9, present: 9 },
    ])
  })
})

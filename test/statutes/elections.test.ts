import { describe, expect, it } from 'vitest'
import { judgeElection } from '~/statutes/elections'
import { modelStatutes } from '~/statutes/model'
import type { Statutes } from '~/statutes/schema'
import { elect, election, everyone, ids, member, statutesWith, type Ask } from './build'

const born: Record<string, string> = { F1: '1961-04-02', F2: '1955-09-30', F3: '1949-01-01' }
const members = everyone.map((id) => member(id, { born: born[id] ?? '1980-01-01' }))
const tie = (...rules: Statutes['elections']['tie']) => statutesWith((one) => (one.elections.tie = rules))
const actives = (count: number, from: number) => ids('A', count, from)
const tied = { F1: actives(5, 1), F2: actives(5, 6), F3: actives(2, 11) }
const answer = (rounds: Record<string, string[]>[], question: Ask = {}) =>
  elect({ members, ...question }, election(rounds))

describe('9.1-b two rounds', () => {
  it.each([
    [15, null, null],
    [16, 'F1', 1],
    [17, 'F1', 1],
  ])('first round, %i of 30 or 31 voices: absolute majority → %s', (voices, elected, round) => {
    const people = ids('A', 32)
      .map((id) => member(id))
      .concat([member('F1'), member('F2')])
    const question: Ask = { members: people, present: ids('A', 32) }
    const others = Math.max(30, voices * 2 - 1) - voices
    expect(elect(question, election([{ F1: actives(voices, 1), F2: actives(others, voices + 1) }]))).toMatchObject({
      elected,
      round,
    })
  })
  it('second round: most votes', () => {
    const rounds = [
      { F1: actives(5, 1), F2: actives(4, 6), F3: actives(3, 10) },
      { F1: actives(4, 1), F2: actives(5, 6), F3: actives(3, 11) },
    ]
    expect(answer(rounds)).toMatchObject({
      elected: 'F2',
      round: 2,
      tie: null,
      rule: '9.1-b',
      votes: [
        { F1: 5, F2: 4, F3: 3 },
        { F1: 4, F2: 5, F3: 3 },
      ],
    })
  })
  it('nobody where the second round was not held', () => {
    expect(answer([tied])).toMatchObject({ elected: null, round: null, tie: null })
    expect(answer([])).toMatchObject({ elected: null, round: null, votes: [] })
  })
  it('nobody without any vote, and blanks elect nobody', () => {
    const item = election([{ F1: [] }, { F1: [] }])
    if (item.kind === 'election') item.rounds.forEach((round) => (round.blank = everyone))
    expect(elect({ members }, item)).toMatchObject({
      elected: null,
      round: null,
      tie: null,
      votes: [{ F1: 0 }, { F1: 0 }],
    })
  })
  it('a single candidate needs one vote in the second round, and blanks are not cast in the first', () => {
    expect(answer([{ F1: ['A1'] }])).toMatchObject({ elected: 'F1', round: 1 })
  })
  it('is void without quorum', () => {
    expect(answer([{ F1: ['F1', 'F2'] }], { present: ['F1', 'F2'] })).toMatchObject({
      valid: false,
      elected: null,
      votes: [{ F1: 6 }],
    })
  })
  it('sets aside the votes of the absent', () => {
    const present = [...ids('F', 4), ...ids('A', 5)]
    expect(answer([{ F1: ['F1', 'A9'], F2: ['A1'] }], { present })).toMatchObject({
      elected: 'F1',
      setAside: ['A9'],
      votes: [{ F1: 3, F2: 1 }],
    })
  })
  it('by heads, shown in voices', () => {
    const statutes = statutesWith((one) => (one.elections.rounds = [{ of: 'cast', unit: 'members', moreThan: '1/2' }]))
    expect(answer([{ F1: ['F1', 'F2'], F2: actives(3, 1) }], { statutes })).toMatchObject({
      elected: 'F2',
      votes: [{ F1: 6, F2: 3 }],
    })
  })
})

describe('ties, in the order of the statutes', () => {
  it('a new ballot among the tied', () => {
    expect(answer([tied, tied, { F1: actives(7, 1), F2: actives(5, 8) }])).toMatchObject({
      elected: 'F1',
      round: 3,
      tie: 'new-ballot',
    })
  })
  it('only the tied can win the new ballot', () => {
    expect(answer([tied, tied, { F1: actives(2, 1), F2: actives(3, 3), F3: actives(7, 6) }])).toMatchObject({
      elected: 'F2',
      tie: 'new-ballot',
    })
  })
  it('a new ballot that ties again, is blank or absent leaves the place to the older', () => {
    expect(answer([tied, tied, { F1: actives(6, 1), F2: actives(6, 7) }])).toMatchObject({
      elected: 'F2',
      round: 3,
      tie: 'older',
    })
    expect(answer([tied, tied, { F1: [], F2: [] }])).toMatchObject({ elected: 'F2', round: 3, tie: 'older' })
    expect(answer([tied, tied])).toMatchObject({ elected: 'F2', round: 2, tie: 'older' })
  })
  it('lots must be drawn: nobody yet', () => {
    expect(answer([tied, tied], { statutes: tie('lots', 'older') })).toMatchObject({ elected: null, tie: 'lots' })
  })
  it('none: nobody is elected', () => {
    expect(answer([tied, tied], { statutes: tie('none') })).toMatchObject({ elected: null, tie: 'none' })
    expect(answer([tied, tied], { statutes: tie() })).toMatchObject({ elected: null, round: null, tie: null })
  })
  it('the older cannot be told between two of the same day: next rule', () => {
    const twins = everyone.map((id) => member(id))
    expect(answer([tied, tied], { members: twins, statutes: tie('older', 'lots') })).toMatchObject({
      elected: null,
      tie: 'lots',
    })
  })
  it('a round whose requirement nobody meets elects nobody, tied or not', () => {
    const statutes = statutesWith((one) => (one.elections.rounds = [{ of: 'cast', unit: 'voices', moreThan: '1/2' }]))
    expect(answer([{ F1: actives(5, 1), F2: actives(5, 6) }], { statutes })).toMatchObject({ elected: null, tie: null })
  })
})

describe('8.1-a what may still be held', () => {
  const ballot = (votes: Record<string, number>) => ({
    votes: new Map(Object.entries(votes).map(([id, count]) => [id, { voices: count, members: count }])),
    blank: { voices: 0, members: 0 },
    present: { voices: 30, members: 30 },
    all: { voices: 30, members: 30 },
  })
  const judge = (...ballots: ReturnType<typeof ballot>[]) =>
    judgeElection({ statutes: modelStatutes, office: 'treasurer', ballots, born: new Map(Object.entries(born)) })
  it('the second round, then a new ballot, then nothing', () => {
    expect(judge(ballot({ F1: 10, F2: 10, F3: 10 }))).toMatchObject({ next: { step: 'round' }, rule: '8.1-a' })
    expect(judge(ballot({ F1: 10, F2: 10 }), ballot({ F1: 10, F2: 10 }))).toMatchObject({
      next: { step: 'new-ballot', among: ['F1', 'F2'] },
    })
    expect(judge(ballot({ F1: 16, F2: 14 }))).toMatchObject({ elected: 'F1', next: null })
  })
})

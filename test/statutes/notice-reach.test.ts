import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { modelStatutes } from '~/statutes/model'
import {
  countReach,
  judgeOpening,
  reachOf,
  reachSentence,
  type NoticeFact,
  type OpeningQuestion,
  type Reach,
  type ReachState,
} from '~/statutes/notice-reach'
import type { VotingRight } from '~/statutes/voting-rights'

const LAST = '2027-05-27'
const reach = (facts: NoticeFact[], joined = false) => reachOf({ facts, joined }, LAST)
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('13.2-a the notice runs from what left', () => {
  it.each([
    ['2027-05-26', 'in-time'],
    ['2027-05-27', 'in-time'],
    ['2027-05-28', 'late'],
  ])('accepted or posted on %s: %s', (on, state) => {
    expect(reach([{ state: 'accepted', on }])).toEqual({ state, on })
    expect(reach([{ state: 'posted', on }])).toEqual({ state, on })
  })
  it('the earliest that left counts: a correction accepted later takes nothing away', () => {
    const first: NoticeFact = { state: 'accepted', on: '2027-05-20' }
    expect(reach([first, { state: 'accepted', on: '2027-06-02' }])).toEqual({ state: 'in-time', on: '2027-05-20' })
    expect(reach([first, { state: 'waiting' }])).toEqual({ state: 'in-time', on: '2027-05-20' })
  })
  it.each(['waiting', 'to-post', 'refused', 'unanswered', 'returned', 'no-address'] as const)(
    'nothing left: %s is said',
    (state) => {
      expect(reach([{ state }])).toEqual({ state, on: null })
    },
  )
  it('a mail that came back counts for nothing until a letter is posted in its place', () => {
    expect(reach([{ state: 'returned' }]).state).toBe('returned')
    expect(reach([{ state: 'posted', on: '2027-05-29' }]).state).toBe('late')
  })
  it('no notice runs for who became a member after the others were convened; he is told all the same', () => {
    expect(reach([{ state: 'accepted', on: '2027-06-05' }], true).state).toBe('in-time')
    expect(reach([{ state: 'waiting' }], true).state).toBe('waiting')
  })
  it('never says that somebody was told when nothing left', () => {
    const still = fc.constantFrom<NoticeFact['state']>(
      'waiting',
      'to-post',
      'refused',
      'unanswered',
      'returned',
      'no-address',
    )
    const facts = fc.array(still.map((state) => ({ state }) as NoticeFact))
    fc.assert(
      fc.property(facts, fc.boolean(), (all, joined) => !['in-time', 'late'].includes(reach(all, joined).state)),
    )
  })
})

const many = (states: Partial<Record<ReachState, number>>) =>
  Object.entries(states).flatMap(([state, count]) =>
    Array.from({ length: count }, (): { reach: Reach } => ({ reach: { state: state as ReachState, on: null } })),
  )

describe('what is said of a convocation', () => {
  it.each([
    [{ 'in-time': 26 }, '26 membres sur 26.'],
    [{ 'in-time': 1 }, '1 membre sur 1.'],
    [
      { 'in-time': 24, unanswered: 1, refused: 1 },
      '24 membres sur 26 ; 1 courriel a été refusé et 1 courriel est resté sans réponse du serveur.',
    ],
    [{ waiting: 26 }, 'aucun membre sur 26 ; 26 courriels ne sont pas encore partis.'],
    [
      { 'in-time': 20, late: 1, returned: 2, 'to-post': 2, 'no-address': 1 },
      '20 membres sur 26 ; 1 l’a été trop tard, 2 lettres ne sont pas notées postées, 2 courriels sont revenus et 1 membre n’a aucune adresse où écrire.',
    ],
  ])('%o', (states, sentence) =>
    expect(plain(reachSentence(countReach(many(states)), LAST))).toBe(
      `Prévenus à temps, le 27 mai 2027 au plus tard : ${sentence}`,
    ),
  )
  it('every head convened is in one count, and every count that is not nought is told', () => {
    const states = fc.constantFrom<ReachState>(
      'in-time',
      'late',
      'waiting',
      'to-post',
      'refused',
      'unanswered',
      'returned',
      'no-address',
    )
    fc.assert(
      fc.property(fc.array(states, { minLength: 1, maxLength: 60 }), (all) => {
        const { total, ...counts } = countReach(all.map((state) => ({ reach: { state, on: null } })))
        const said = reachSentence({ total, ...counts }, LAST)
        const told = Object.values(counts).filter((count) => count > 0)
        return (
          told.reduce((sum, count) => sum + count, 0) === total &&
          told.every((count) => total === 1 || said.includes(String(count)))
        )
      }),
    )
  })
})

describe('opening with people who were not told in time', () => {
  const right = (id: string): VotingRight => ({
    id,
    category: 'active',
    voices: 1,
    convened: true,
    attends: true,
    mayVote: true,
    countsInQuorum: true,
    duesOk: true,
    president: false,
    reasons: [],
  })
  const question = (told: number, of: number, asked: Partial<OpeningQuestion>): OpeningQuestion => {
    const ids = Array.from({ length: of }, (_, index) => `m${index}`)
    return {
      statutes: modelStatutes,
      body: 'ago',
      session: 1,
      rights: ids.map(right),
      people: ids.map((id, index) => ({ id, reach: { state: index < told ? 'in-time' : 'to-post', on: null } })),
      lastDay: LAST,
      grave: false,
      ...asked,
    }
  }
  const demand = (told: number, asked: Partial<OpeningQuestion> = {}) => judgeOpening(question(told, 24, asked)).demand

  it('everybody told: nothing is asked, whatever the matter', () => {
    expect([demand(24), demand(24, { body: 'age', grave: true })]).toEqual(['nothing', 'nothing'])
  })
  it('13.2-a one not told, or none: the chair goes on only on record', () => {
    expect([demand(23), demand(0)]).toEqual(['acknowledgement', 'acknowledgement'])
  })
  it.each([
    [11, 'new-convocation'],
    [12, 'acknowledgement'],
    [13, 'acknowledgement'],
  ])('13.3-b a dissolution with %s told in time of 24, half of whom make the quorum: %s', (told, expected) => {
    expect(demand(told, { body: 'age', grave: true })).toBe(expected)
  })
  it.each([
    [7, 'new-convocation'],
    [8, 'acknowledgement'],
    [9, 'acknowledgement'],
  ])(
    '13.2-c a removal before an ordinary assembly with %s told of 24, a third of whom make the quorum: %s',
    (told, expected) => {
      expect(demand(told, { grave: true })).toBe(expected)
    },
  )
  it('13.2-e a second session without quorum still refuses a grave matter that nobody was told of', () => {
    expect(demand(0, { session: 2, grave: true })).toBe('new-convocation')
    expect(demand(1, { session: 2, grave: true })).toBe('acknowledgement')
  })
  it('8.3-a the Bureau is convened by any means: never refused', () => {
    expect(demand(0, { body: 'bureau', grave: true })).toBe('acknowledgement')
  })
})

import { describe, expect, it } from 'vitest'
import { completeCount, countedUnits, type Counting } from '~/ballots/counted-units'
import { countFaults, type ManualCount } from '~/ballots/manual-count'

const totals = (yes: number, against: number, blank = 0, abstained = 0) => ({ for: yes, against, blank, abstained })
/** 2 founders of 3 voices, 4 actives of 1 */
const room = [3, 3, 1, 1, 1, 1].map((voices) => ({ voices }))
const hands = (change: Partial<ManualCount> = {}): ManualCount => ({
  unit: 'voices',
  members: totals(3, 3),
  voices: totals(7, 3),
  sheet: 6,
  papers: null,
  tellers: ['Anne Petit', 'Luc Roy'],
  presidentVote: null,
  ...change,
})
const fields = (count: ManualCount) => countFaults(count, room).map(({ field }) => field)

describe('a count typed by the chair', () => {
  it('is taken when heads, voices and sheet agree', () => {
    expect(fields(hands())).toEqual([])
    expect(fields(hands({ members: totals(2, 1, 1, 0), voices: totals(4, 1, 3, 0) }))).toEqual([])
  })

  it('is refused when the sheet counts other people than the room', () => {
    expect(fields(hands({ sheet: 7 }))).toEqual(['sheet'])
  })

  it.each([
    [totals(3, 4), totals(7, 3), 'forMembers'],
    [totals(3, 3), totals(7, 4), 'forVoices'],
    [totals(1, 5), totals(4, 6), 'forVoices'],
    [totals(3, 3), totals(2, 8), 'forVoices'],
    [totals(2, 4), totals(2, 7), 'forVoices'],
  ])('is refused when %o heads cannot carry %o voices', (members, voices, field) => {
    expect(fields(hands({ members, voices }))).toContain(field)
  })

  it('needs two different tellers', () => {
    for (const again of [' anne petit', 'Anne  PETIT', 'Ann\u00e9 Petit', 'Anne\u2011Petit'])
      expect(fields(hands({ tellers: ['Anne Petit', again] })), again).toEqual(['teller2'])
  })

  it('counts as many papers as were found in the box', () => {
    const papers = { unit: 'voices' as const, members: null, voices: totals(6, 3, 1), papers: 10 }
    expect(fields(hands(papers))).toEqual([])
    expect(fields(hands({ ...papers, papers: 9 }))).toEqual(['papers'])
  })
})

const counting = (weights: number[], change: Partial<Counting> = {}): Counting => ({
  mode: 'HANDS',
  room: weights.map((voices) => ({ voices })),
  decides: 'voices',
  headsAlone: false,
  ...change,
})

describe('what the chair is asked for', () => {
  it.each([
    ['hands that carry one voice each', counting([1, 1, 1]), ['members']],
    ['hands that carry three voices each', counting([3, 3]), ['members']],
    ['hands that carry one or three', counting([3, 1]), ['voices', 'members']],
    ['nobody in the room', counting([]), ['voices', 'members']],
    ['papers of one voice each', counting([1, 1], { mode: 'PAPER' }), ['members']],
    ['three papers each', counting([3, 3], { mode: 'PAPER' }), ['voices']],
    ['papers where heads decide', counting([3, 1], { mode: 'PAPER', decides: 'members' }), ['members']],
    ['6.2-a an admission, whatever the hands carry', counting([3, 1], { headsAlone: true }), ['members']],
    ['6.2-a an admission on paper', counting([3, 3], { mode: 'PAPER', headsAlone: true }), ['members']],
  ])('%s', (_, room, units) => expect(countedUnits(room)).toEqual(units))

  it('heads give the voices that they carry', () => {
    const typed = hands({ unit: 'members', members: totals(2, 1), voices: null })
    expect(completeCount(typed, counting([3, 3, 3]))).toMatchObject({ count: { voices: totals(6, 3) } })
    expect(completeCount(typed, counting([1, 1, 1]))).toMatchObject({ count: { voices: totals(2, 1) } })
  })

  it('where they do not, voices are asked for: somebody with another weight has come', () => {
    const typed = hands({ unit: 'members', members: totals(2, 1), voices: null })
    expect(completeCount(typed, counting([3, 3, 1]))).toEqual({ missing: ['voices'] })
    expect(completeCount(typed, counting([3, 1, 1], { mode: 'PAPER' }))).toEqual({ missing: ['voices'] })
  })
})

import { describe, expect, it } from 'vitest'
import { ask, ids, member, resolution, statutesWith, vote, type Ask } from './build'

const quorum = (question: Ask) => ask(question).quorum

describe('13.2-c quorum of the ordinary assembly, a third of the heads', () => {
  it.each([
    [7, false],
    [8, true],
    [9, true],
  ])('%i of 24 → %s', (count, met) => {
    expect(quorum({ present: ids('A', count) })).toMatchObject({
      met,
      counted: count,
      required: 8,
      base: 24,
      unit: 'members',
      rule: '13.2-c',
    })
  })
  it('heads, not voices: 4 founders and 3 actives carry 15 voices of 32 and are one short', () => {
    expect(quorum({ present: [...ids('F', 4), ...ids('A', 3)] })).toMatchObject({ met: false, counted: 7 })
  })
  it('counts the represented, and neither honorary nor suspended members', () => {
    const members = [member('A1'), member('A2'), member('A3', { suspended: true }), member('H1')]
    expect(quorum({ members, present: ['A1', 'A3', 'H1'], proxies: [['A2', 'A1']] })).toMatchObject({
      counted: 2,
      base: 2,
      required: 1,
    })
  })
})

describe('13.3-b quorum of the extraordinary assembly, half of the heads', () => {
  it.each([
    [11, false],
    [12, true],
    [13, true],
  ])('%i of 24 → %s', (count, met) => {
    expect(quorum({ meeting: { body: 'age' }, present: ids('A', count) })).toMatchObject({
      met,
      required: 12,
      rule: '13.3-b',
    })
  })
  it('an odd base: half of 21 is 11', () => {
    const members = ids('A', 21).map((id) => member(id))
    expect(quorum({ members, meeting: { body: 'age' }, present: ids('A', 10) })).toMatchObject({
      met: false,
      required: 11,
    })
  })
  it('3 founders, 8 actives and 1 represented hold; one who leaves ends it', () => {
    const question: Ask = {
      meeting: { body: 'age' },
      present: [...ids('F', 3), ...ids('A', 8)],
      proxies: [['A9', 'A1']],
    }
    const all = ['F1', 'F2', 'F3', ...ids('A', 9)]
    expect(vote(question, resolution({ for: all }))).toMatchObject({ valid: true, adopted: true })
    expect(vote(question, resolution({ for: all }, { gone: ['A8'] }))).toMatchObject({
      valid: false,
      adopted: false,
      setAside: ['A8'],
    })
    // A holder takes along whom he represents: two heads less.
    expect(vote(question, resolution({ for: all }, { gone: ['A1'] }))).toMatchObject({
      valid: false,
      setAside: ['A1', 'A9'],
      present: 16,
    })
  })
})

describe('8.3-a quorum of the Bureau', () => {
  it.each([
    [1, false],
    [2, true],
    [3, true],
  ])('%i present → %s', (count, met) => {
    const members = ids('F', 4).map((id) => member(id))
    const question: Ask = { members, meeting: { body: 'bureau' }, present: ids('F', count), proxies: [['F4', 'F1']] }
    expect(quorum(question)).toMatchObject({ met, counted: count, required: 2, base: 4, rule: '8.3-a' })
    expect(ask(question).proxies).toMatchObject([{ accepted: false }])
  })
})

describe('parameters of the quorum', () => {
  it('in voices', () => {
    const statutes = statutesWith(
      (one) => (one.bodies.ago.quorum = [{ of: 'voices', atLeast: '1/3', represented: true }]),
    )
    expect(quorum({ statutes, present: ['F1', 'F2', 'F3', 'A1'] })).toMatchObject({
      met: false,
      counted: 10,
      required: 11,
      base: 32,
      unit: 'voices',
    })
    expect(quorum({ statutes, present: ['F1', 'F2', 'F3', 'F4'] })).toMatchObject({ met: true, counted: 12 })
  })
  it('more than half is not half', () => {
    const statutes = statutesWith(
      (one) => (one.bodies.ago.quorum = [{ of: 'members', moreThan: '1/2', represented: true }]),
    )
    expect(quorum({ statutes, present: ids('A', 12) })).toMatchObject({ met: false, required: 13 })
  })
  it('present only: the represented do not count', () => {
    const statutes = statutesWith((one) => (one.bodies.ago.quorum = [{ of: 'members', count: 2, represented: false }]))
    expect(quorum({ statutes, present: ['A1'], proxies: [['A2', 'A1']] })).toMatchObject({
      met: false,
      counted: 1,
      required: 2,
    })
  })
  it('among one category', () => {
    const statutes = statutesWith(
      (one) => (one.bodies.ago.quorum = [{ of: 'members', atLeast: '1/2', represented: true, among: ['founder'] }]),
    )
    expect(quorum({ statutes, present: ['F1', 'A1'] })).toMatchObject({ met: false, counted: 1, required: 2, base: 4 })
    expect(quorum({ statutes, present: ['F1', 'F2'] })).toMatchObject({ met: true })
  })
  it('several: the first that fails speaks, else the last', () => {
    const statutes = statutesWith((one) => {
      one.bodies.ago.quorum = [
        { of: 'members', atLeast: '1/3', represented: true },
        { of: 'members', atLeast: '1/2', represented: true, among: ['founder'] },
        { of: 'voices', atLeast: '1/4', represented: true },
      ]
    })
    expect(quorum({ statutes, present: ids('A', 3) })).toMatchObject({ met: false, counted: 3, required: 8 })
    expect(quorum({ statutes, present: ids('A', 8) })).toMatchObject({ met: false, counted: 0, required: 2, base: 4 })
    expect(quorum({ statutes, present: ['F1', 'F2', ...ids('A', 8)] })).toMatchObject({
      met: true,
      counted: 14,
      required: 8,
      unit: 'voices',
    })
  })
  it('a category may vote without counting in the quorum', () => {
    const statutes = statutesWith((one) => (one.categories.active!.countsInQuorum = false))
    expect(quorum({ statutes, present: ['F1', ...ids('A', 20)] })).toMatchObject({
      met: false,
      counted: 1,
      required: 2,
      base: 4,
    })
  })
  it('none: met, 0 required, in members', () => {
    const statutes = statutesWith((one) => (one.bodies.ago.quorum = []))
    expect(quorum({ statutes, present: [] })).toMatchObject({
      met: true,
      counted: 0,
      required: 0,
      base: 24,
      unit: 'members',
    })
  })
  it('an empty base holds nothing', () => {
    expect(quorum({ members: [], present: [] })).toMatchObject({ met: false, counted: 0, base: 0 })
    expect(quorum({ members: [member('H1')], present: ['H1'] })).toMatchObject({ met: false, base: 0 })
  })
})

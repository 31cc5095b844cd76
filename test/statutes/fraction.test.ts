import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ceilOfShare, compareToShare, floorOfShare, fraction, parseFraction } from '~/statutes/fraction'
import { leastSatisfying, satisfies, type Threshold } from '~/statutes/requirement'

describe('exact shares', () => {
  it.each(['1/0', '1', '0.5', '-1/2', '1/-2', ' 1/2', '1/2 ', 'a/b', '', '1/2/3', '9999999999999999/1'])(
    'refuses %j',
    (text) => {
      expect(parseFraction(text)).toBeNull()
    },
  )
  it('compares by integers where floats would err', () => {
    expect(compareToShare(2, 3, fraction('2/3'))).toBe(0)
    expect(compareToShare(1, 2, fraction('2/4'))).toBe(0)
    expect(compareToShare(333_333_333_333, 1_000_000_000_000, fraction('1/3'))).toBe(-1)
    expect([ceilOfShare(29, fraction('2/3')), floorOfShare(29, fraction('2/3'))]).toEqual([20, 19])
  })
})

const share = fc
  .integer({ min: 1, max: 40 })
  .chain((den) => fc.integer({ min: 0, max: den }).map((num) => `${num}/${den}`))
const threshold: fc.Arbitrary<Threshold> = fc.oneof(
  share.map((atLeast) => ({ atLeast })),
  share.map((moreThan) => ({ moreThan })),
  fc.nat(50).map((count) => ({ count })),
)

describe('a requirement', () => {
  it('is never satisfied on an empty base', () => {
    fc.assert(fc.property(threshold, (one) => !satisfies(one, { part: 0, base: 0, opposed: 0 })))
    for (const one of [{ lessThan: '1/2' }, { relative: true } as const, { count: 0 }, { atLeast: '0/1' }]) {
      expect(satisfies(one, { part: 0, base: 0, opposed: 0 })).toBe(false)
    }
  })
  it('names the least whole number that satisfies it', () => {
    fc.assert(
      fc.property(threshold, fc.integer({ min: 1, max: 500 }), (one, base) => {
        const least = leastSatisfying(one, { base, opposed: 0 })
        expect(satisfies(one, { part: least, base, opposed: 0 })).toBe(true)
        if (least > 0) expect(satisfies(one, { part: least - 1, base, opposed: 0 })).toBe(false)
      }),
    )
  })
  it('below, at and above two thirds of 30', () => {
    const met = (part: number) => satisfies({ atLeast: '2/3' }, { part, base: 30, opposed: 0 })
    expect([met(19), met(20), met(21)]).toEqual([false, true, true])
  })
  it('below, at and above half, « more than » and « less than »', () => {
    const met = (one: Threshold) => [14, 15, 16].map((part) => satisfies(one, { part, base: 30, opposed: 0 }))
    expect(met({ moreThan: '1/2' })).toEqual([false, false, true])
    expect(met({ lessThan: '1/2' })).toEqual([true, false, false])
    expect(met({ atLeast: '1/2' })).toEqual([false, true, true])
  })
})

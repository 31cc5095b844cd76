import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planAllocations, type PlannedLine } from '~/dues/ledger/plan-allocations'

const line = (duesId: string, more: Partial<PlannedLine> = {}): PlannedLine => ({
  duesId,
  amountCents: 5_000,
  givenCents: 0,
  lackingCents: 5_000,
  refundFirst: false,
  ...more,
})
const given = (duesId: string, more: Partial<PlannedLine> = {}) =>
  line(duesId, { givenCents: 5_000, lackingCents: 0, ...more })

describe('a payment gives its money to its dues, in the order of its lines', () => {
  test.each([
    [4_999, { a: 4_999 }],
    [5_000, { a: 5_000 }],
    [5_001, { a: 5_000, b: 1 }],
    [12_000, { a: 5_000, b: 5_000 }],
  ])('%i cents for two dues of 5 000', (net, shares) => {
    expect(Object.fromEntries(planAllocations(net, [line('a'), line('b')]))).toEqual(shares)
  })

  test('a dues that another payment already filled takes nothing more', () => {
    expect(Object.fromEntries(planAllocations(10_000, [line('a', { lackingCents: 0 }), line('b')]))).toEqual({
      b: 5_000,
    })
  })
})

describe('what is refunded or contested is taken back', () => {
  test('from the last line first', () => {
    expect(Object.fromEntries(planAllocations(6_000, [given('a'), given('b')]))).toEqual({ b: -4_000 })
  })

  test('from the line that the refund names, wherever it stands', () => {
    const lines = [given('a', { refundFirst: true }), given('b')]
    expect(Object.fromEntries(planAllocations(4_000, lines))).toEqual({ a: -5_000, b: -1_000 })
  })
})

test('never more than the payment has, than a line says, than a dues lacks; planned again, nothing moves', () => {
  const lines = fc.uniqueArray(
    fc.record({
      duesId: fc.uuid(),
      amountCents: fc.integer({ min: 1, max: 20_000 }),
      givenCents: fc.integer({ min: 0, max: 20_000 }),
      lackingCents: fc.integer({ min: 0, max: 20_000 }),
      refundFirst: fc.boolean(),
    }),
    { selector: ({ duesId }) => duesId, maxLength: 6 },
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), lines, (net, drawn) => {
      const before = drawn.map((each) => ({ ...each, givenCents: Math.min(each.givenCents, each.amountCents) }))
      const shares = planAllocations(net, before)
      const after = before.map((each) => {
        const share = shares.get(each.duesId) ?? 0
        return { ...each, givenCents: each.givenCents + share, lackingCents: each.lackingCents - share }
      })
      expect(after.reduce((sum, each) => sum + each.givenCents, 0)).toBeLessThanOrEqual(net)
      for (const [index, each] of after.entries()) {
        expect(each.givenCents).toBeGreaterThanOrEqual(0)
        expect(each.givenCents).toBeLessThanOrEqual(each.amountCents)
        if ((shares.get(each.duesId) ?? 0) > 0)
          expect(each.lackingCents).toBeGreaterThanOrEqual(Math.min(0, before[index]?.lackingCents ?? 0))
      }
      expect(planAllocations(net, after).size).toBe(0)
    }),
  )
})

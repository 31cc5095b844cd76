import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldEvents, isMemberOn, isSuspendedOn, type MembershipEvent } from '~/members/register/fold-events'

const admitted: MembershipEvent = { kind: 'ADMITTED', on: '2020-03-01', category: 'active' }
const at = (...more: MembershipEvent[]) => {
  const membership = foldEvents([admitted, ...more])
  if (!membership) throw new Error('no membership')
  return membership
}

test('no admission, no membership', () => {
  expect(foldEvents([])).toBeNull()
  expect(foldEvents([{ kind: 'RESIGNED', on: '2024-01-01' }])).toBeNull()
})

describe('6.4-a: the day of departure is the first without membership', () => {
  const left = at({ kind: 'RESIGNED', on: '2026-06-30' })
  test.each([
    ['2020-02-29', false],
    ['2020-03-01', true],
    ['2026-06-29', true],
    ['2026-06-30', false],
    ['2026-07-01', false],
  ])('%s: %s', (date, member) => expect(isMemberOn(left, date)).toBe(member))

  test('a new admission starts again, in its own category', () => {
    const again = foldEvents([
      admitted,
      { kind: 'CATEGORY_CHANGED', on: '2025-06-01', category: 'founder' },
      { kind: 'RESIGNED', on: '2026-01-01' },
      { kind: 'ADMITTED', on: '2027-01-01', category: 'active' },
    ])
    expect(again).toMatchObject({ category: 'active', admittedOn: '2027-01-01', leftOn: null })
  })
})

describe('6.4-c: a suspension lasts from its first to its last day, and no longer', () => {
  const suspended = at({ kind: 'SUSPENDED', on: '2026-06-10', until: '2026-09-30' })
  test.each([
    ['2026-06-09', false],
    ['2026-06-10', true],
    ['2026-09-30', true],
    ['2026-10-01', false],
  ])('%s: %s', (date, expected) => expect(isSuspendedOn(suspended, date)).toBe(expected))

  test('lifted, it ends on the eve', () => {
    const lifted = at(
      { kind: 'SUSPENDED', on: '2026-06-10', until: '2026-09-30' },
      { kind: 'REINSTATED', on: '2026-07-14' },
    )
    expect(isSuspendedOn(lifted, '2026-07-13')).toBe(true)
    expect(isSuspendedOn(lifted, '2026-07-14')).toBe(false)
  })

  test('lifted on its first day, it never was', () => {
    const lifted = at(
      { kind: 'SUSPENDED', on: '2026-06-10', until: '2026-09-30' },
      { kind: 'REINSTATED', on: '2026-06-10' },
    )
    expect(lifted).toMatchObject({ suspendedFrom: null, suspendedUntil: null })
  })
})

test('whatever happens, who has left stays out until a new admission', () => {
  const kinds = ['CATEGORY_CHANGED', 'SUSPENDED', 'REINSTATED', 'RESIGNED', 'EXCLUDED'] as const
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...kinds)), (after) => {
      const events = after.map((kind) => ({ kind, on: '2026-02-01', category: 'founder', until: '2026-03-01' }))
      expect(isMemberOn(at({ kind: 'RESIGNED', on: '2026-01-01' }, ...events), '2026-12-31')).toBe(false)
    }),
  )
})

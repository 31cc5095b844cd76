import { expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { DELEGABLE, may, POWERS, sitsInBureau, type Power } from '~/platform/permissions'
import type { Actor, Powers } from '~/platform/context'

const holding = (...offices: Omit<Powers, 'memberId' | 'label'>[]): Actor => ({
  accountId: 'a',
  sessionId: 's',
  name: 'Anne',
  email: 'anne@example.org',
  actingFor: [],
  offices: offices.map((held) => ({ ...held, memberId: null, label: held.office })),
  coordinator: false,
  authenticatedAt: Temporal.Instant.from('2027-05-10T10:00:00Z'),
})
const all = Object.keys(POWERS).filter((power): power is Power => power in POWERS)
const powersOf = (actor: Actor) => all.filter((power) => may(actor, power))

const MATRIX: Record<string, Power[]> = {
  president: all,
  'vice-president': ['members.read', 'meetings.prepare', 'session.desk', 'discipline.manage', 'register.read'],
  secretary: [
    'members.read',
    'members.write',
    'meetings.prepare',
    'session.desk',
    'minutes.write',
    'association.write',
    'register.read',
  ],
  'deputy-secretary': [
    'members.read',
    'members.write',
    'meetings.prepare',
    'session.desk',
    'minutes.write',
    'register.read',
  ],
  treasurer: ['members.read', 'dues.manage', 'register.read'],
  'deputy-treasurer': ['members.read', 'dues.manage', 'register.read'],
}

test.each(Object.entries(MATRIX))('%s by mandate may exactly what the office carries', (office, expected) => {
  expect(powersOf(holding({ office, via: 'mandate', powers: 'all' }))).toEqual(expected)
})

test('10-a a vice-president who replaces the President has all his powers', () => {
  const actor = holding({ office: 'president', via: 'replacement', powers: 'all' })
  expect(powersOf(actor)).toEqual(all)
  expect(sitsInBureau(actor)).toBe(false)
})

test.each(DELEGABLE)('9.1-d a delegation of %s gives that power and no other', (power) => {
  expect(powersOf(holding({ office: 'president', via: 'delegation', powers: [power] }))).toEqual([power])
})

test('9.1-d chairing and delegating are never lent, even by a row that says so', () => {
  expect(
    powersOf(holding({ office: 'president', via: 'delegation', powers: ['session.chair', 'offices.manage'] })),
  ).toEqual([])
  expect(powersOf(holding({ office: 'president', via: 'delegation', powers: 'all' }))).toEqual([])
})

test('who holds nothing may nothing', () => {
  expect(powersOf(holding())).toEqual([])
})

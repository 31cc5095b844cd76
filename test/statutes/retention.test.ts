import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '~/statutes/civil-date'
import { formerName, retentionOf, type Leaver } from '~/statutes/retention'

const leaver: Leaver = {
  leftOn: '2027-05-10',
  contactErasedOn: null,
  anonymisedOn: null,
  lastMandateEndedOn: null,
  debt: false,
  letterWithoutProof: false,
  openCase: false,
}
const due = (today: string, more: Partial<Leaver> = {}) => retentionOf({ ...leaver, ...more }, today).due

describe('what becomes of a leaver’s data', () => {
  it.each([
    ['2027-08-09', 'nothing'],
    ['2027-08-10', 'contact'],
    ['2027-08-11', 'contact'],
  ])('contact data, three months after leaving on 10 May 2027: on %s → %s', (today, expected) => {
    expect(due(today)).toBe(expected)
  })
  it.each([
    ['2032-05-09', 'nothing'],
    ['2032-05-10', 'name'],
    ['2032-05-11', 'name'],
  ])('the name, five years after: on %s → %s', (today, expected) => {
    expect(due(today, { contactErasedOn: '2027-08-10' })).toBe(expected)
  })
  it('done once', () => {
    expect(due('2027-09-01', { contactErasedOn: '2027-08-10' })).toBe('nothing')
    expect(due('2040-01-01', { contactErasedOn: '2027-08-10', anonymisedOn: '2032-05-10' })).toBe('nothing')
  })
  it('a debt, a letter without proof, an open case hold everything', () => {
    for (const hold of ['debt', 'letterWithoutProof', 'openCase'] as const) {
      expect(due('2027-09-01', { [hold]: true })).toBe('nothing')
      expect(due('2040-01-01', { [hold]: true })).toBe('nothing')
    }
  })
  it('a seat that ended later keeps the name, not the contact data', () => {
    const officer = { lastMandateEndedOn: '2028-06-10' }
    expect(due('2027-09-01', officer)).toBe('contact')
    expect(due('2033-06-09', { ...officer, contactErasedOn: '2027-08-10' })).toBe('nothing')
    expect(due('2033-06-10', { ...officer, contactErasedOn: '2027-08-10' })).toBe('name')
  })
  it('never earlier than three months, always in the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.boolean(), (days, held) => {
        const on = addDays(leaver.leftOn, days)
        const answer = due(on, { openCase: held })
        if (held) expect(answer).toBe('nothing')
        else if (days < 89) expect(answer).toBe('nothing')
        else if (days > 1830) expect(answer).toBe('name')
      }),
    )
  })
  it('named by number', () => {
    expect(formerName(12)).toBe('Ancien membre n° 12')
  })
})

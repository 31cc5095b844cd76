import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '~/statutes/civil-date'
import { modelStatutes } from '~/statutes/model'
import { judgeSuspensionDecision } from '~/statutes/suspension'

const decision = {
  by: 'ago',
  organ: 'ago',
  deciderRecused: false,
  decidedOn: '2027-06-12',
  reasons: 'Le 3 mars, il a quitté la permanence sans prévenir ni être remplacé.',
  presentedOn: '2027-05-12',
  hearing: null,
  until: '2027-12-31',
} as const
type Given = Partial<Parameters<typeof judgeSuspensionDecision>[1]>
const judged = (more: Given = {}) => judgeSuspensionDecision(modelStatutes, { ...decision, ...more })

describe('6.4-c a suspension, after the defence of an exclusion', () => {
  it.each([
    ['ready', {}, 'lawful'],
    ['no proof of the letter', { presentedOn: null }, 'incomplete'],
    ['the last defence day', { presentedOn: '2027-05-28' }, 'unlawful'],
    ['the day after it', { presentedOn: '2027-05-27' }, 'lawful'],
    ['a hearing not told', { hearing: { on: '2027-06-01', recorded: false } }, 'incomplete'],
    ['decided by the Bureau', { by: 'bureau' }, 'unlawful'],
    ['reasons too short', { reasons: 'faute' }, 'unlawful'],
    ['no end', { until: null }, 'unlawful'],
    ['an end on the day', { until: '2027-06-12' }, 'unlawful'],
    ['an end the day after', { until: '2027-06-13' }, 'lawful'],
  ] as [string, Given, string][])('%s → %s', (_, more, outcome) => {
    expect(judged(more).outcome).toBe(outcome)
  })

  it('names its own article, never that of the exclusion', () => {
    for (const more of [{}, { presentedOn: null }, { until: null }, { by: 'bureau' as const }])
      expect(new Set(judged(more).reasons.map(({ rule }) => rule))).toEqual(new Set(['6.4-c']))
  })

  it('is never lawful within the defence days, whatever the day of the letter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 }), (days) => {
        expect(judged({ presentedOn: addDays(decision.decidedOn, -days) }).outcome).toBe('unlawful')
      }),
    )
  })
})

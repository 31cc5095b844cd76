import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '~/statutes/civil-date'
import {
  defenceOver,
  exclusionOrgan,
  judgeExclusionDecision,
  judgeExclusionNotice,
  REASON_SIGNS,
  type ExclusionDecision,
  type ExclusionNotice,
} from '~/statutes/exclusion'
import { judgeFounderLoss } from '~/statutes/exclusion-founder'
import { modelStatutes } from '~/statutes/model'
import { statutesWith } from './build'

const notice: ExclusionNotice = {
  facts: [{ on: '2027-03-03', text: 'A interrompu la réunion du Bureau et retenu les clés du local.' }],
  ruleBroken: 'règlement intérieur, article 4',
  sanction: 'exclusion de l’association',
  hearing: { on: '2027-05-26', place: '1 place de la Mairie' },
  assistance: true,
  writtenOn: '2027-05-10',
}
const noticed = (more: Partial<ExclusionNotice>) => judgeExclusionNotice(modelStatutes, { ...notice, ...more }).outcome

describe('6.4-a the letter that opens the defence', () => {
  it.each([
    ['2027-05-25', 'unlawful'],
    ['2027-05-26', 'lawful'],
    ['2027-05-27', 'lawful'],
  ])('6.4-a fifteen whole days before the hearing: written on 10 May, heard on %s → %s', (on, outcome) => {
    expect(noticed({ hearing: { on, place: 'au siège' } })).toBe(outcome)
  })
  it('6.4-a facts are dated, past and told; « comportement inacceptable » is too vague', () => {
    expect(noticed({ facts: [] })).toBe('unlawful')
    expect(noticed({ facts: [{ on: '2027-03-03', text: 'Comportement inacceptable.' }] })).toBe('unlawful')
    expect(noticed({ facts: [{ on: '2027-05-11', text: 'A interrompu la réunion du Bureau et crié.' }] })).toBe(
      'unlawful',
    )
    expect(noticed({ facts: [...notice.facts, { on: '2027-04-01', text: 'Encore.' }] })).toBe('unlawful')
  })
  it('6.4-a rule, sanction, place of the hearing, assistance: each is said', () => {
    expect(noticed({ ruleBroken: ' ' })).toBe('unlawful')
    expect(noticed({ sanction: '' })).toBe('unlawful')
    expect(noticed({ hearing: { on: '2027-05-26', place: '' } })).toBe('unlawful')
    expect(noticed({ assistance: false })).toBe('unlawful')
    expect(noticed({ hearing: null })).toBe('lawful')
  })
})

describe('6.4-a who decides', () => {
  const fair = { presidentRecused: false, bureauRecused: 0 }
  it('6.4-a the organ of the statutes, the assembly when the President is involved', () => {
    expect(exclusionOrgan(modelStatutes, fair)).toBe('president')
    expect(exclusionOrgan(modelStatutes, { ...fair, presidentRecused: true })).toBe('ago')
  })
  it.each([
    [0, 'bureau'],
    [1, 'ago'],
    [2, 'ago'],
  ])('6.4-a by the Bureau, %i of its members recused → %s', (bureauRecused, organ) => {
    const statutes = statutesWith((one) => (one.discipline.exclusionBy = 'bureau'))
    expect(exclusionOrgan(statutes, { presidentRecused: true, bureauRecused })).toBe(organ)
  })
})

const decision: ExclusionDecision = {
  by: 'president',
  organ: 'president',
  deciderRecused: false,
  presentedOn: '2027-05-10',
  decidedOn: '2027-05-26',
  hearing: null,
  reasons: 'Les faits du 3 mars sont établis par trois témoins et n’ont pas été contestés.',
}
const decided = (more: Partial<ExclusionDecision>, statutes = modelStatutes) =>
  judgeExclusionDecision(statutes, { ...decision, ...more }).outcome

describe('6.4-a the decision', () => {
  it.each([
    ['2027-05-24', 'unlawful'],
    ['2027-05-25', 'unlawful'],
    ['2027-05-26', 'lawful'],
  ])('6.4-a presented on 10 May, fifteen days strictly over: decided on %s → %s', (decidedOn, outcome) => {
    expect(decided({ decidedOn })).toBe(outcome)
  })
  it('6.4-a never before the letter is presented, never by another organ, never by whoever is involved', () => {
    expect(decided({ presentedOn: null })).toBe('incomplete')
    expect(decided({ by: 'bureau' })).toBe('unlawful')
    expect(decided({ organ: 'ago' })).toBe('unlawful')
    expect(decided({ by: 'ago', organ: 'ago' })).toBe('lawful')
    expect(decided({ deciderRecused: true })).toBe('unlawful')
  })
  it('6.4-a with reasons', () => {
    expect(decided({ reasons: 'x'.repeat(REASON_SIGNS - 1) })).toBe('unlawful')
    expect(decided({ reasons: 'x'.repeat(REASON_SIGNS) })).toBe('lawful')
    expect(decided({ reasons: ' '.repeat(REASON_SIGNS) })).toBe('unlawful')
  })
  it('6.4-a after the hearing, once told, and only a hearing that came after the defence days', () => {
    const hearing = { on: '2027-05-28', recorded: true }
    expect(decided({ hearing, decidedOn: '2027-05-27' })).toBe('unlawful')
    expect(decided({ hearing, decidedOn: '2027-05-28' })).toBe('lawful')
    expect(decided({ hearing: { ...hearing, recorded: false }, decidedOn: '2027-05-28' })).toBe('incomplete')
    expect(decided({ hearing: { on: '2027-05-25', recorded: true }, decidedOn: '2027-06-01' })).toBe('unlawful')
  })
  it('6.4-a never within the defence days, whatever the dates and the statutes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: -5, max: 90 }),
        fc.option(fc.integer({ min: 0, max: 90 }), { nil: null }),
        (defenceDays, after, heardAfter) => {
          const statutes = statutesWith((one) => (one.discipline.defenceDays = defenceDays))
          const decidedOn = addDays('2027-05-10', after)
          const hearing = heardAfter === null ? null : { on: addDays('2027-05-10', heardAfter), recorded: true }
          const lawful = decided({ decidedOn, hearing }, statutes) === 'lawful'
          if (lawful) {
            expect(after).toBeGreaterThan(defenceDays)
            if (heardAfter !== null) expect(heardAfter).toBeGreaterThan(defenceDays)
            if (heardAfter !== null) expect(after).toBeGreaterThanOrEqual(heardAfter)
          }
          const first = defenceOver(statutes, '2027-05-10')
          expect(decided({ decidedOn: first }, statutes)).toBe('lawful')
        },
      ),
    )
  })
})

describe('6.1-b loss of the founder’s quality', () => {
  const loss = (act: Parameters<typeof judgeFounderLoss>[1]) => judgeFounderLoss(modelStatutes, act).outcome
  it('6.1-b conviction: the ordinary assembly, after the same defence', () => {
    const act = { category: 'founder', cause: 'conviction', body: 'ago', decision } as const
    expect(loss(act)).toBe('lawful')
    expect(loss({ ...act, body: 'bureau' })).toBe('unlawful')
    expect(loss({ ...act, decision: { ...decision, decidedOn: '2027-05-25' } })).toBe('unlawful')
    expect(loss({ ...act, category: 'active' })).toBe('unlawful')
  })
  it('6.1-b renunciation in writing, end of the body', () => {
    expect(loss({ category: 'founder', cause: 'renunciation', inWriting: true })).toBe('lawful')
    expect(loss({ category: 'founder', cause: 'renunciation', inWriting: false })).toBe('unlawful')
    expect(loss({ category: 'founder', cause: 'legal-personality' })).toBe('lawful')
  })
  it.each([
    [1, 'unlawful'],
    [2, 'lawful'],
    [3, 'lawful'],
  ])('6.1-b repeated non-payment: %i years unpaid → %s', (unpaidYears, outcome) => {
    expect(loss({ category: 'founder', cause: 'unpaid', unpaidYears })).toBe(outcome)
  })
})

import { describe, expect, it, test } from 'vitest'
import { judgeRemoval, type RemovalFacts } from '~/statutes/dues-ladder-removal'
import type { Stage } from '~/statutes/dues-ladder-stages'
import { modelStatutes } from '~/statutes/model'
import { statutesWith } from './build'

const steps: [Stage, string][] = [
  ['called', '2027-01-10'],
  ['due', '2027-04-01'],
  ['reminder-1', '2027-04-15'],
  ['reminder-2', '2027-04-30'],
  ['reminder-3', '2027-05-15'],
  ['formal-notice', '2027-06-01'],
  ['answer-over', '2027-06-20'],
  ['listed', '2027-09-01'],
]
const taken = steps.map(([stage, on]) => ({ stage, on }))
const complete: RemovalFacts = {
  steps: taken,
  remindersAsked: 3,
  owedCents: 5000,
  closedAs: null,
  reopenedOn: null,
  notice: { depositedOn: '2027-06-01', presentedOn: '2027-06-04' },
  founder: false,
  unpaidYears: 1,
  waitingMails: 0,
  unread: 0,
  mailServer: true,
  acceptedOn: null,
  inSight: [],
}
const judge = (change: Partial<RemovalFacts> = {}, on = '2027-09-20', statutes = modelStatutes) =>
  judgeRemoval(statutes, { ...complete, ...change }, { organ: 'ago', on })

describe('6.4-b removal', () => {
  it('is lawful when every step was taken, with its figures', () => {
    const ruling = judge()
    expect(ruling.outcome).toBe('lawful')
    expect(ruling.reasons.map(({ rule }) => rule)).toEqual(Array(5).fill('6.4-b'))
    expect(ruling.reasons[3]?.figures).toMatchObject({ since: '2027-06-04', days: 15, lastDay: '2027-06-19' })
  })
  test.each([
    [0, 'lawful'],
    [1, 'unlawful'],
    [2, 'unlawful'],
  ])('%d messages of the procedure that have not left → %s', (waitingMails, outcome) => {
    expect(judge({ waitingMails }).outcome).toBe(outcome)
  })
  test.each(steps.map(([stage]) => stage))('is refused without the step %s', (missing) => {
    const ruling = judge({ steps: taken.filter(({ stage }) => stage !== missing) })
    expect(ruling).toMatchObject({ outcome: 'unlawful', reasons: [{ rule: '6.4-b' }] })
    expect(ruling.reasons[0]?.sentence).toContain('Il manque 1 étape')
  })
  it('is refused when two steps are exchanged', () => {
    const exchanged = taken.map((step, index) => (index === 3 ? taken[4] : index === 4 ? taken[3] : step)!)
    expect(judge({ steps: exchanged }).outcome).toBe('unlawful')
  })
  test.each([
    ['2027-06-18', 'unlawful'],
    ['2027-06-19', 'unlawful'],
    ['2027-06-20', 'lawful'],
  ])('answer time: presented on 4 June, 15 days, decided on %s → %s', (on, outcome) => {
    const days = taken.map((step) => (step.on > '2027-06-04' ? { ...step, on: '2027-06-04' } : step))
    expect(judge({ steps: days }, on).outcome).toBe(outcome)
  })
  test.each([
    ['2027-09-19', 'unlawful'],
    ['2027-09-20', 'unlawful'],
    ['2027-09-21', 'lawful'],
  ])('a payment taken back on 5 September restarts the answer time: %s → %s', (on, outcome) => {
    expect(judge({ reopenedOn: '2027-09-05' }, on).outcome).toBe(outcome)
  })
  it('is refused once the dues are paid, by another organ, or without a date of presentation', () => {
    expect(judge({ owedCents: 0, closedAs: 'SETTLED' }).outcome).toBe('unlawful')
    expect(judge({ notice: { depositedOn: '2027-06-01', presentedOn: null } }).outcome).toBe('unlawful')
    expect(judgeRemoval(modelStatutes, complete, { organ: 'bureau', on: '2027-09-20' }).outcome).toBe('unlawful')
  })
  it('counts the reminders that were asked on the day of the letter', () => {
    const four = statutesWith((one) => (one.dues.reminders = 4))
    expect(judge({}, '2027-09-20', four).outcome).toBe('lawful')
    expect(judge({ remindersAsked: 4 }, '2027-09-20', four).outcome).toBe('unlawful')
  })
  test.each([
    [1, 'unlawful'],
    [2, 'lawful'],
    [3, 'lawful'],
  ])('6.1-b founder with %i unpaid years → %s', (unpaidYears, outcome) => {
    const ruling = judge({ founder: true, unpaidYears })
    expect(ruling.outcome).toBe(outcome)
    if (outcome === 'unlawful') expect(ruling.reasons).toMatchObject([{ rule: '6.1-b', figures: { required: 2 } }])
  })
})

describe('6.4-b money in sight', () => {
  const credit = { kind: 'transfer', since: '2027-09-20', cents: 5000 } as const
  test.each([
    ['before the decision', '2027-09-19', 'unlawful'],
    ['on its day', '2027-09-20', 'unlawful'],
    ['after it', '2027-09-21', 'lawful'],
  ])('a transfer that came %s', (_, since, outcome) => {
    expect(judge({ inSight: [{ ...credit, since }] }).outcome).toBe(outcome)
  })
  it('is named with its sum and its day; a payment page alone does not stop the decision', () => {
    const ruling = judge({ inSight: [credit] })
    expect(ruling.reasons[0]).toMatchObject({ rule: '6.4-b', figures: { money: 'transfer', cents: 5000 } })
    expect(ruling.reasons[0]?.sentence).toContain('virement de 50,00\u00a0€ reçu le 20 septembre 2027')
    expect(judge({ inSight: [{ ...credit, kind: 'checkout' }] }).outcome).toBe('lawful')
  })
})

it.each([
  [0, 'lawful'],
  [1, 'unlawful'],
])('6.4-b %s answers to read in the box of returns: %s', (unread, outcome) => {
  const decision = { organ: 'ago' as const, on: '2027-09-01' }
  expect(judgeRemoval(modelStatutes, { ...complete, unread }, decision).outcome).toBe(outcome)
})

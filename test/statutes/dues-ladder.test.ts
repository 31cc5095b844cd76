import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '~/statutes/civil-date'
import { nextStep, type DuesFacts } from '~/statutes/dues-ladder'
import { ladderOf, rankOf, readStage, stageAfter, stageLabel, type Stage } from '~/statutes/dues-ladder-stages'
import { modelStatutes } from '~/statutes/model'
import { statutesWith } from './build'

const facts = (change: Partial<DuesFacts> = {}): DuesFacts => ({
  openedOn: '2027-01-05',
  dueOn: '2027-03-31',
  periodCalled: true,
  owedCents: 5000,
  closedAs: null,
  last: null,
  reopenedOn: null,
  notice: null,
  founder: false,
  unpaidYears: 1,
  undelivered: 0,
  unread: 0,
  repostedOn: null,
  waitingMails: 0,
  mailServer: true,
  acceptedOn: null,
  inSight: [],
  ...change,
})
const at = (stage: Stage, on: string, change: Partial<DuesFacts> = {}) => facts({ last: { stage, on }, ...change })
const said = (known: DuesFacts, today: string, statutes = modelStatutes) => {
  const next = nextStep(statutes, known, today)
  return next.over ? 'over' : { stage: next.stage, earliest: next.earliest, by: next.by, outcome: next.ruling.outcome }
}

describe('6.4-b the order of the steps', () => {
  it('is that of the article, with as many reminders as the statutes ask', () => {
    expect(ladderOf(modelStatutes)).toEqual(
      'called due reminder-1 reminder-2 reminder-3 formal-notice answer-over listed removed notified'.split(' '),
    )
    const none = statutesWith((one) => (one.dues.reminders = 0))
    expect(stageAfter(none, 'due')).toBe('formal-notice')
  })
  it('grows with each step, up to a hundred reminders', () => {
    const most = ladderOf(statutesWith((one) => (one.dues.reminders = 100)))
    const ranks = most.map(rankOf)
    expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b))
    expect(rankOf('kept')).toBe(rankOf('removed'))
    expect(() => readStage('reminder-0')).toThrow('unknown step')
  })
  it('a dues at reminder 3 of statutes that now ask two goes on to the letter', () => {
    const two = statutesWith((one) => (one.dues.reminders = 2))
    expect(stageAfter(two, 'reminder-3')).toBe('formal-notice')
  })
})

describe('6.4-b the day of each step: before, on, after', () => {
  test.each([
    ['due, the day after the due date', at('called', '2027-01-10'), 'due', '2027-04-01'],
    ['due, called after its due date', at('called', '2027-04-20'), 'due', '2027-04-21'],
    ['reminder 1, 15 days after the due date', at('due', '2027-04-01'), 'reminder-1', '2027-04-15'],
    ['reminder 1, from the day when the step really went', at('due', '2027-04-21'), 'reminder-1', '2027-05-05'],
    ['reminder 2, 15 days after reminder 1 went', at('reminder-1', '2027-04-18'), 'reminder-2', '2027-05-03'],
    ['reminder 3, after a leap day', at('reminder-2', '2028-02-20'), 'reminder-3', '2028-03-06'],
    ['the letter, 15 days after the last reminder', at('reminder-3', '2027-05-18'), 'formal-notice', '2027-06-02'],
    [
      'the answer time, strictly after 15 days from first presentation',
      at('formal-notice', '2027-06-02', { notice: { depositedOn: '2027-06-02', presentedOn: '2027-06-04' } }),
      'answer-over',
      '2027-06-20',
    ],
    ['an agenda, once the answer time is over', at('answer-over', '2027-06-20'), 'listed', '2027-06-20'],
    [
      'a payment taken back restarts the delay',
      at('reminder-1', '2027-04-18', { reopenedOn: '2027-06-01' }),
      'reminder-2',
      '2027-06-16',
    ],
    [
      'a payment taken back during the answer time restarts it',
      at('formal-notice', '2027-06-02', {
        notice: { depositedOn: '2027-06-02', presentedOn: '2027-06-04' },
        reopenedOn: '2027-07-01',
      }),
      'answer-over',
      '2027-07-17',
    ],
    [
      'a payment taken back before the last step changes nothing',
      at('reminder-1', '2027-04-18', { reopenedOn: '2027-04-10' }),
      'reminder-2',
      '2027-05-03',
    ],
  ] as const)('%s', (_, known, stage, day) => {
    expect(said(known, addDays(day, -1))).toMatchObject({ stage, earliest: day, outcome: 'unlawful' })
    expect(said(known, day)).toMatchObject({ stage, outcome: 'lawful' })
    expect(said(known, addDays(day, 1))).toMatchObject({ stage, outcome: 'lawful' })
  })
  it('without delay between reminders, the run still takes one step a day', () => {
    const dense = statutesWith((one) => (one.dues.daysBetweenReminders = 0))
    expect(said(at('reminder-1', '2027-04-18'), '2027-04-18', dense)).toMatchObject({ earliest: '2027-04-19' })
  })
  it('carries the figures and a sentence', () => {
    const next = nextStep(modelStatutes, at('reminder-1', '2027-04-18'), '2027-05-02')
    expect(next).toMatchObject({
      ruling: {
        reasons: [
          { rule: '6.4-b', figures: { stage: 'reminder-2', since: '2027-04-18', days: 15, earliest: '2027-05-03' } },
        ],
      },
    })
    if (!next.over)
      expect(next.ruling.reasons[0]?.sentence).toContain('15 jours après le rappel précédent (18 avril 2027)')
  })
})

describe('6.4-b who acts, and when it is over', () => {
  it('waits for the treasurer to call the year (12-a)', () => {
    expect(said(facts({ periodCalled: false }), '2027-02-01')).toEqual({
      stage: 'called', by: 'treasurer', earliest: null, outcome: 'incomplete',
    }) // prettier-ignore
    expect(said(facts(), '2027-02-01')).toMatchObject({ stage: 'called', by: 'run', outcome: 'lawful' })
  })
  it('waits for the date of first presentation', () => {
    const sent = at('formal-notice', '2027-06-02', { notice: { depositedOn: '2027-06-02', presentedOn: null } })
    expect(said(sent, '2028-01-01')).toMatchObject({ by: 'post', earliest: null, outcome: 'incomplete' })
  })
  it('a letter that the statutes do not want registered runs from its deposit', () => {
    const plain = statutesWith((one) => (one.dues.formalNotice.registeredLetter = false))
    const sent = at('formal-notice', '2027-06-02', { notice: { depositedOn: '2027-06-02', presentedOn: null } })
    expect(said(sent, '2027-06-18', plain)).toMatchObject({ by: 'run', earliest: '2027-06-18', outcome: 'lawful' })
  })
  it('ends with the payment at any step, and is decided once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ladderOf(modelStatutes).slice(0, 8)), (stage) => {
        expect(said(at(stage, '2027-05-01', { owedCents: 0 }), '2028-01-01')).toBe('over')
        expect(said(at(stage, '2027-05-01', { closedAs: 'LEFT' }), '2028-01-01')).toBe('over')
      }),
    )
    const removed = at('removed', '2027-09-01', { closedAs: 'REMOVED' })
    expect(said(removed, '2027-09-01')).toMatchObject({ stage: 'notified', by: 'post', outcome: 'lawful' })
    expect(said(at('notified', '2027-09-03', { closedAs: 'KEPT' }), '2028-01-01')).toBe('over')
  })
  it('6.1-b a founder goes on to the letter with two years unpaid, not one', () => {
    const owing = (unpaidYears: number) => at('reminder-3', '2027-05-18', { founder: true, unpaidYears })
    expect(said(owing(1), '2028-01-01')).toMatchObject({ stage: 'formal-notice', earliest: null, outcome: 'unlawful' })
    expect(said(owing(2), '2028-01-01')).toMatchObject({ stage: 'formal-notice', outcome: 'lawful' })
    expect(said(owing(3), '2028-01-01')).toMatchObject({ stage: 'formal-notice', outcome: 'lawful' })
  })
  it('a reminder whose mail came back is posted before the letter, which waits for the delay from that day', () => {
    const sent = (change: Partial<DuesFacts>) => at('reminder-3', '2027-05-18', change)
    expect(said(sent({ undelivered: 1 }), '2028-01-01')).toEqual({
      stage: 'formal-notice', by: 'treasurer', earliest: null, outcome: 'incomplete',
    }) // prettier-ignore
    const posted = sent({ repostedOn: '2027-06-01' })
    expect(said(posted, '2027-06-15')).toMatchObject({ earliest: '2027-06-16', outcome: 'unlawful' })
    expect(said(posted, '2027-06-16')).toMatchObject({ earliest: '2027-06-16', outcome: 'lawful' })
    // posted before the last reminder went: the delay of that one holds
    expect(said(sent({ repostedOn: '2027-05-10' }), '2027-06-02')).toMatchObject({ earliest: '2027-06-02' })
    // the reminders themselves go on
    expect(said(at('reminder-1', '2027-04-18', { undelivered: 1 }), '2027-05-03')).toMatchObject({ outcome: 'lawful' })
  })
  it('the President decides: the run puts the case before him', () => {
    const president = statutesWith((one) => (one.dues.removalBy = 'president'))
    expect(said(at('answer-over', '2027-06-20'), '2027-06-21', president)).toMatchObject({ stage: 'listed', by: 'run' })
  })
})

test('6.4-b never a step skipped, repeated or early, whatever the statutes and the days on which one acts', () => {
  const settings = fc.record({ reminders: fc.nat(8), gap: fc.nat(40), answer: fc.nat(40) })
  fc.assert(
    fc.property(
      settings,
      fc.array(fc.nat(30), { maxLength: 60 }),
      fc.nat(120),
      ({ reminders, gap, answer }, waits, late) => {
        const statutes = statutesWith((one) => {
          one.dues.reminders = reminders
          one.dues.daysBetweenReminders = gap
          one.dues.formalNotice.answerDays = answer
        })
        let known = facts({ openedOn: addDays('2027-01-01', late) })
        let today = known.openedOn
        const taken: { stage: Stage; on: string }[] = []
        for (const wait of waits) {
          today = addDays(today, wait)
          const next = nextStep(statutes, known, today)
          if (next.over || next.ruling.outcome !== 'lawful') continue
          taken.push({ stage: next.stage, on: today })
          const sent =
            next.stage === 'formal-notice' ? { notice: { depositedOn: today, presentedOn: addDays(today, 2) } } : {}
          known = { ...known, ...sent, last: { stage: next.stage, on: today } }
        }
        expect(taken.map(({ stage }) => stage)).toEqual(ladderOf(statutes).slice(0, taken.length))
        for (const [index, { stage, on }] of taken.entries()) {
          const before = taken[index - 1]?.on ?? known.openedOn
          if (stage === 'due') expect(on > known.dueOn).toBe(true)
          if (stage.startsWith('reminder-') && stage !== 'reminder-1') expect(on >= addDays(before, gap)).toBe(true)
          if (stage === 'answer-over') expect(on > addDays(known.notice?.presentedOn ?? '', answer)).toBe(true)
        }
      },
    ),
  )
})

test('every step has a French name', () => {
  expect(stageLabel(null)).toBe('À appeler')
  expect(ladderOf(modelStatutes).map(stageLabel)).toContain('Rappel 2')
})

describe('6.4-b money in sight', () => {
  const kinds = ['transfer', 'debit', 'checkout', 'surplus', 'dispute', 'question'] as const
  const messages: Stage[] = ['called', 'due', 'reminder-1', 'reminder-2', 'reminder-3']
  test('holds every step but the end, keeps its day, and takes back no step that came before it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...messages),
        fc.constantFrom(...kinds),
        fc.integer({ min: -40, max: 40 }),
        (stage, kind, days) => {
          const known = at(stage, '2027-05-01')
          const next = nextStep(modelStatutes, known, '2027-12-01')
          if (next.over || next.earliest === null) throw new Error('no step')
          const day = next.earliest
          const held = nextStep(
            modelStatutes,
            { ...known, inSight: [{ kind, since: addDays(day, days), cents: 5000 }] },
            day,
          )
          if (held.over) throw new Error('over')
          expect(held.earliest).toBe(day)
          expect(held.ruling.outcome).toBe(days <= 0 ? 'incomplete' : 'lawful')
        },
      ),
    )
  })
  test('a member may always be kept, and a decision told', () => {
    const inSight = [{ kind: 'transfer', since: '2027-01-01', cents: 5000 }] as const
    expect(said(at('listed', '2027-09-01', { inSight }), '2027-09-20')).toMatchObject({
      stage: 'removed',
      outcome: 'lawful',
    })
    expect(said(at('removed', '2027-09-20', { inSight }), '2027-09-21')).toMatchObject({
      stage: 'notified',
      outcome: 'lawful',
    })
  })
})

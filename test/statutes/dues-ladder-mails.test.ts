import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, type CivilDate } from '~/statutes/civil-date'
import { awaitsMail, nextStep, type DuesFacts } from '~/statutes/dues-ladder'
import { ladderOf, type Stage } from '~/statutes/dues-ladder-stages'
import { modelStatutes } from '~/statutes/model'

const facts: DuesFacts = {
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
}
const judge = (stage: Stage, on: CivilDate, change: Partial<DuesFacts>, today: CivilDate) => {
  const next = nextStep(modelStatutes, { ...facts, last: { stage, on }, ...change }, today)
  if (next.over) throw new Error('over')
  return { ...next, outcome: next.ruling.outcome, awaits: awaitsMail(next), said: next.ruling.reasons[0]?.sentence }
}

describe('6.4-b a step counts from the day when its message left', () => {
  test.each([
    ['the day before the step', '2027-04-14', '2027-04-30'],
    ['the day of the step', '2027-04-15', '2027-04-30'],
    ['the day after', '2027-04-16', '2027-05-01'],
    ['a month later', '2027-05-15', '2027-05-30'],
  ])('a reminder of the 15th of April, accepted %s', (_, acceptedOn, day) => {
    for (const stage of ['reminder-1', 'reminder-3'] as const) {
      expect(judge(stage, '2027-04-15', { acceptedOn }, addDays(day, -1))).toMatchObject({ outcome: 'unlawful' })
      expect(judge(stage, '2027-04-15', { acceptedOn }, day)).toMatchObject({ outcome: 'lawful', earliest: day })
    }
  })
  test.each([
    ['accepted before the due date', { acceptedOn: '2027-03-30' }, '2027-04-01'],
    ['accepted on the due date', { acceptedOn: '2027-03-31' }, '2027-04-01'],
    ['accepted after it', { acceptedOn: '2027-04-01' }, '2027-04-02'],
    ['posted after it', { repostedOn: '2027-05-10' }, '2027-05-11'],
  ])('a call %s', (_, change, day) => {
    expect(judge('called', '2027-02-01', change, addDays(day, -1))).toMatchObject({ outcome: 'unlawful' })
    expect(judge('called', '2027-02-01', change, day)).toMatchObject({ outcome: 'lawful', stage: 'due' })
  })
  test.each(['called', 'due', 'reminder-1', 'reminder-3', 'answer-over'] as const)(
    'after « %s », nothing follows while a message has not left, however long it takes',
    (stage) => {
      const found = judge(stage, '2027-04-15', { waitingMails: 1 }, '2030-01-01')
      expect(found).toMatchObject({ outcome: 'incomplete', awaits: true, ruling: { reasons: [{ rule: '6.4-b' }] } })
    },
  )
  it('what was decided is told all the same', () => {
    expect(judge('removed', '2027-09-01', { waitingMails: 1 }, '2027-09-01')).toMatchObject({ outcome: 'lawful' })
  })
  it('an answer that nobody has read holds what follows; its day stays, so that the night takes it once read', () => {
    const held = judge('reminder-1', '2027-04-15', { unread: 1 }, '2027-06-01')
    expect(held).toMatchObject({ outcome: 'incomplete', earliest: '2027-04-30' })
    expect(held.said).toContain('1 réponse')
    expect(judge('reminder-1', '2027-04-15', { unread: 0 }, '2027-06-01')).toMatchObject({ outcome: 'lawful' })
  })
  it('says how many have not left, and why', () => {
    const said = (waitingMails: number, mailServer: boolean) =>
      judge('reminder-1', '2027-04-15', { waitingMails, mailServer }, '2027-06-01').said?.replace(/\u00a0/g, ' ')
    expect(said(1, true)).toBe(
      '1 courriel de cette procédure n’est pas encore parti : le serveur de messagerie ne l’a pas encore pris. La procédure attend qu’il le fasse.',
    )
    expect(said(2, false)).toBe(
      '2 courriels de cette procédure ne sont pas encore partis : aucun serveur de messagerie n’est réglé. La procédure attend qu’ils soient postés, et reprend de ce jour.',
    )
  })
})

test('6.4-b no step is ever taken after one whose message has not left, nor before its delay from that day', () => {
  const delays = fc.array(fc.option(fc.nat(50), { nil: null, freq: 6 }), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(delays, fc.array(fc.nat(20), { maxLength: 80 }), (leavesAfter, waits) => {
      let known = facts
      let today = known.openedOn
      /** the day on which the message of the last step leaves; null: never */
      let leaves: CivilDate | null = today
      let taken = 0
      for (const wait of waits) {
        today = addDays(today, wait)
        const left: boolean = leaves !== null && leaves <= today
        known = { ...known, waitingMails: left ? 0 : 1, acceptedOn: left ? leaves : known.acceptedOn }
        const next = nextStep(modelStatutes, known, today)
        if (next.over || next.ruling.outcome !== 'lawful') continue
        expect(left).toBe(true)
        const follows = next.stage === 'formal-notice' || /^reminder-[23]/.test(next.stage)
        if (follows) expect(leaves !== null && today >= addDays(leaves, 15)).toBe(true)
        const notice = { depositedOn: today, presentedOn: addDays(today, 2) }
        known = { ...known, last: { stage: next.stage, on: today }, ...(next.stage === 'formal-notice' && { notice }) }
        const after = next.stage === 'called' || next.stage.startsWith('reminder-') ? leavesAfter[taken] : 0
        leaves = after === null || after === undefined ? null : addDays(today, after)
        taken += 1
      }
      expect(taken).toBeLessThanOrEqual(ladderOf(modelStatutes).length)
    }),
  )
})

import { describe, expect, it } from 'vitest'
import { modelStatutes } from '~/statutes/model'
import { judgeNotice, lastSendingDay, secondSessionRange } from '~/statutes/notice'
import { statutesWith } from './build'

const outcome = (question: Partial<Parameters<typeof judgeNotice>[0]>) =>
  judgeNotice({
    statutes: modelStatutes,
    body: 'ago',
    session: 1,
    date: '2027-06-01',
    sentOn: '2027-05-16',
    ...question,
  }).ruling.outcome

describe('13.2-a notice of an assembly, 15 clear days', () => {
  it.each([
    ['2027-05-15', 'lawful'],
    ['2027-05-16', 'lawful'],
    ['2027-05-17', 'unlawful'],
    ['2027-06-02', 'unlawful'],
  ])('sent on %s → %s', (sentOn, expected) => expect(outcome({ sentOn })).toBe(expected))
  it('is incomplete before it is sent, and names the last day', () => {
    const { ruling, lastSendingDay: last } = judgeNotice({
      statutes: modelStatutes,
      body: 'ago',
      session: 1,
      date: '2027-06-01',
      sentOn: null,
    })
    expect(ruling).toMatchObject({ outcome: 'incomplete', missing: ['la date d’envoi de la convocation'] })
    expect(last).toBe('2027-05-16')
  })
  it('not clear: only the sending day is left out', () => {
    const statutes = statutesWith((one) => (one.bodies.ago.notice.clear = false))
    expect(lastSendingDay(statutes, 'ago', 1, '2027-06-01')).toBe('2027-05-17')
  })
})

describe('8.3-a notice of the Bureau', () => {
  it('seven clear days: 20 March is called by 12 March', () => {
    expect(lastSendingDay(modelStatutes, 'bureau', 1, '2027-03-20')).toBe('2027-03-12')
    expect(outcome({ body: 'bureau', date: '2027-03-20', sentOn: '2027-03-13' })).toBe('unlawful')
  })
})

describe('13.2-e second session within 15 days', () => {
  const second = (date: string, sentOn: string, statutes = modelStatutes) =>
    outcome({ statutes, session: 2, failedOn: '2027-06-01', date, sentOn })
  it.each([
    ['2027-06-15', '2027-06-07', 'lawful'],
    ['2027-06-16', '2027-06-08', 'lawful'],
    ['2027-06-17', '2027-06-08', 'unlawful'],
    ['2027-06-16', '2027-06-09', 'unlawful'],
    ['2027-05-31', '2027-05-01', 'unlawful'],
  ])('held on %s, sent on %s → %s', (date, sentOn, expected) => expect(second(date, sentOn)).toBe(expected))
  it('not before so many days', () => {
    const statutes = statutesWith((one) => Object.assign(one.bodies.ago.secondSession ?? {}, { notBeforeDays: 10 }))
    expect([second('2027-06-10', '2027-06-01', statutes), second('2027-06-11', '2027-06-01', statutes)]).toEqual([
      'unlawful',
      'lawful',
    ])
  })
  it('no limit of days', () => {
    const statutes = statutesWith((one) => Object.assign(one.bodies.ago.secondSession ?? {}, { withinDays: null }))
    expect(second('2027-12-01', '2027-06-09', statutes)).toBe('lawful')
  })
  it('proposes its lawful range: failed on 1 June, last day 16 June, sent by 8 June', () => {
    expect(secondSessionRange(modelStatutes, 'ago', '2027-06-01')).toEqual({
      earliest: '2027-06-09',
      latest: '2027-06-16',
      lastSendingDayForLatest: '2027-06-08',
    })
    expect(secondSessionRange(modelStatutes, 'age', '2027-06-01')).toBeNull()
  })
  it('13.3-b an extraordinary assembly has none', () => {
    expect(outcome({ body: 'age', session: 2, failedOn: '2027-06-01', date: '2027-06-10', sentOn: '2027-06-02' })).toBe(
      'unlawful',
    )
  })
})

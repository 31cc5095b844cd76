import { describe, expect, it } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { judgeBureauMeetings, judgePreparation } from '~/statutes/bureau-meetings'
import { judgeCompetence, matters, mattersOf } from '~/statutes/competence'
import {
  agoYearDeadline,
  candidacyDeadline,
  declarationDeadline,
  documentsOpenDeadline,
  judgeAgoDate,
  judgeDocuments,
} from '~/statutes/deadlines'
import { modelStatutes } from '~/statutes/model'
import { designatePresident, judgeCandidacy } from '~/statutes/presidency'
import { onlineVoteOpensAt, remoteVote } from '~/statutes/remote-vote'
import { statutesWith } from './build'

describe('deadlines', () => {
  it('13.2-a the annual assembly within six months of the year’s end', () => {
    expect(agoYearDeadline(modelStatutes, '2026-12-31')).toBe('2027-06-30')
    expect(
      ['2027-06-29', '2027-06-30', '2027-07-01'].map((date) => judgeAgoDate(modelStatutes, '2026-12-31', date).outcome),
    ).toEqual(['lawful', 'lawful', 'unlawful'])
  })
  it('15-b accounts open 15 days before the assembly that judges them', () => {
    expect(documentsOpenDeadline(modelStatutes, '2027-06-16')).toBe('2027-06-01')
    const outcome = (openedOn: string | null) => judgeDocuments(modelStatutes, '2027-06-16', openedOn).outcome
    expect([outcome('2027-05-31'), outcome('2027-06-01'), outcome('2027-06-02'), outcome(null)]).toEqual([
      'lawful',
      'lawful',
      'unlawful',
      'incomplete',
    ])
  })
  it('9.1-a candidacy for President received seven days before; other offices until the vote', () => {
    expect(candidacyDeadline(modelStatutes, 'president', '2027-06-20')).toBe('2027-06-13')
    expect(candidacyDeadline(modelStatutes, 'treasurer', '2027-06-20')).toBeNull()
    expect(candidacyDeadline(modelStatutes, 'constructor', '2027-06-20')).toBeNull()
  })
  it('19-a declared within three months, at the last day of a shorter month', () => {
    expect(declarationDeadline(modelStatutes, '2027-11-30')).toBe('2028-02-29')
  })
})

describe('9.1-a candidacies', () => {
  const candidacy = {
    office: 'president',
    category: 'founder',
    receivedOn: '2027-06-13',
    meetingDate: '2027-06-20',
    suspended: false,
  }
  const outcome = (more: Partial<typeof candidacy>) => judgeCandidacy(modelStatutes, { ...candidacy, ...more }).outcome
  it.each([
    ['2027-06-12', 'lawful'],
    ['2027-06-13', 'lawful'],
    ['2027-06-14', 'unlawful'],
  ])('received on %s for 20 June → %s', (receivedOn, expected) => expect(outcome({ receivedOn })).toBe(expected))
  it('8.1-a among the founders, and not while suspended', () => {
    expect([
      outcome({ category: 'active' }),
      outcome({ suspended: true }),
      outcome({ office: 'treasurer', receivedOn: '2027-06-20' }),
    ]).toEqual(['unlawful', 'unlawful', 'lawful'])
  })
})

describe('9.1-c no candidate', () => {
  const founders = [
    { id: 'F1', born: '1961-04-02' },
    { id: 'F2', born: '1955-09-30' },
    { id: 'F3', born: '1949-01-01' },
  ]
  const designated = (list: Parameters<typeof designatePresident>[1]) => designatePresident(modelStatutes, list)
  it('the oldest founder, or the next where he declines', () => {
    expect(designated(founders).designated).toBe('F3')
    expect(designated(founders.map((one) => ({ ...one, declined: one.id === 'F3' }))).designated).toBe('F2')
  })
  it('nobody while a birth date is missing or two are as old', () => {
    expect(designated([...founders, { id: 'F4', born: null }]).ruling.outcome).toBe('incomplete')
    expect(designated([...founders, { id: 'F4', born: '1949-01-01' }]).ruling.outcome).toBe('incomplete')
    expect(designated([]).designated).toBeNull()
  })
  it('nobody where the statutes say none', () => {
    const statutes = statutesWith((one) => (one.elections.noCandidate = {}))
    expect(designatePresident(statutes, founders)).toMatchObject({ designated: null, ruling: { outcome: 'lawful' } })
  })
})

describe('8.3 the Bureau', () => {
  it('8.3-a meets four times a year', () => {
    const outcome = (count: number) =>
      judgeBureauMeetings(
        modelStatutes,
        2027,
        Array.from({ length: count }, (_, index) => `2027-0${index + 1}-10`),
      ).outcome
    expect([outcome(3), outcome(4), outcome(5)]).toEqual(['unlawful', 'lawful', 'lawful'])
    expect(
      judgeBureauMeetings(modelStatutes, 2027, ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']).outcome,
    ).toBe('unlawful')
  })
  it('8.3-b prepares the convocation before it leaves', () => {
    const outcome = (last: string | null) => judgePreparation(last, '2027-05-10').outcome
    expect([outcome('2027-05-10'), outcome('2027-05-11'), outcome(null)]).toEqual(['lawful', 'unlawful', 'unlawful'])
  })
})

describe('13.2-b, 13.3-a who decides what', () => {
  it.each([
    ['set-dues', 'ago', 'lawful'],
    ['set-dues', 'age', 'unlawful'],
    ['change-statutes', 'age', 'lawful'],
    ['change-statutes', 'ago', 'unlawful'],
    ['award-honorary', 'bureau', 'unlawful'],
    ['admit-active', 'bureau', 'lawful'],
    ['exclude-member', 'ago', 'unlawful'],
    ['move-seat-near', 'bureau', 'lawful'],
    ['none', 'bureau', 'lawful'],
  ] as const)('%s by the %s → %s', (matter, body, outcome) =>
    expect(judgeCompetence(modelStatutes, body, matter).outcome).toBe(outcome),
  )
  it('every matter but « none » belongs to at most one body', () => {
    for (const matter of matters.filter((one) => one !== 'none')) {
      const bodies = (['bureau', 'ago', 'age'] as const).filter((body) =>
        mattersOf(modelStatutes, body).includes(matter),
      )
      expect(bodies.length, matter).toBeLessThanOrEqual(1)
    }
  })
})

describe('voting from afar', () => {
  it('is not allowed where the statutes are silent, and one assembly does not speak for another', () => {
    const statutes = statutesWith(
      (one) => (one.bodies.ago.remoteVote = { article: '13.4', mode: 'window', hours: 72, countsInQuorum: true }),
    )
    expect(remoteVote(modelStatutes, 'ago')).toMatchObject({ ruling: { outcome: 'unlawful' }, article: null })
    expect(remoteVote(statutes, 'ago')).toMatchObject({
      ruling: { outcome: 'lawful' },
      article: '13.4',
      mode: 'window',
      hours: 72,
    })
    expect(remoteVote(statutes, 'age').ruling.outcome).toBe('unlawful')
    const start = Temporal.Instant.from('2027-06-01T16:00:00Z')
    expect(onlineVoteOpensAt(statutes, 'ago', start)?.toString()).toBe('2027-05-29T16:00:00Z')
    expect(onlineVoteOpensAt(statutes, 'age', start)).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import type { DemandFacts } from '~/meetings/prepare/demand'
import { demandsOf } from '~/meetings/prepare/demands'
import { modelStatutes } from '~/statutes/model'
import { countReach } from '~/statutes/notice-reach'

/** The annual assembly of 12 June 2027, everything in order, seen on 10 May 2027 before its convocation. */
const ready: DemandFacts = {
  statutes: modelStatutes,
  body: 'ago',
  session: 1,
  date: '2027-06-12',
  today: '2027-05-10',
  sentOn: null,
  failedOn: null,
  accountsOfYear: 2026,
  somewhere: true,
  items: [{ title: 'Comptes', votes: true, resolutions: 1 }],
  documents: [
    { label: 'Comptes annuels', openedOn: '2027-05-01' },
    { label: 'Rapport financier', openedOn: '2027-05-02' },
  ],
  lastBureauMeeting: '2027-04-20',
  expired: [],
  reach: null,
  untold: { changes: [], onlyTakesOff: false },
  notVotable: [],
  unlawful: [],
}

const counts = (told: number) =>
  countReach(
    Array.from({ length: 26 }, (_, index) => ({
      reach: index < told ? { state: 'in-time', on: '2027-05-20' } : { state: 'waiting', on: null },
    })),
  )

const demand = (key: string, changes: Partial<DemandFacts> = {}) => {
  const found = demandsOf({ ...ready, ...changes }).find((one) => one.key.startsWith(key))
  if (!found) throw new Error(`no demand ${key}`)
  return found
}

describe('what the statutes still demand', () => {
  it.each([
    ['2027-05-26', 'todo', 'blocking'],
    ['2027-05-27', 'todo', 'blocking'],
    ['2027-05-28', 'late', 'blocking'],
  ])('13.2-a convocation still to send on %s: %s, %s', (today, state, grade) => {
    expect(demand('notice', { today })).toMatchObject({ rule: '13.2-a', state, grade, day: '2027-05-27' })
  })

  it('13.2-a names both readings of the last day', () => {
    expect(demand('notice').sentence).toBe(
      'Lecture sûre, en jours francs : 27\u00a0mai 2027 ; à la lettre : 28\u00a0mai 2027.',
    )
  })

  it.each([
    ['2027-05-27', 26, 'done', 'Prévenus à temps, le 27 mai 2027 au plus tard : 26 membres sur 26.'],
    [
      '2027-05-27',
      25,
      'todo',
      'Prévenus à temps, le 27 mai 2027 au plus tard : 25 membres sur 26 ; 1 courriel n’est pas encore parti.',
    ],
    [
      '2027-05-28',
      25,
      'late',
      'Prévenus à temps, le 27 mai 2027 au plus tard : 25 membres sur 26 ; 1 courriel n’est pas encore parti.',
    ],
    [
      '2027-05-28',
      0,
      'late',
      'Prévenus à temps, le 27 mai 2027 au plus tard : aucun membre sur 26 ; 26 courriels ne sont pas encore partis.',
    ],
  ])('13.2-a convened, on %s, %s told in time: %s', (today, told, state, sentence) => {
    const found = demand('delivery', {
      sentOn: '2027-05-20',
      today,
      reach: { lastDay: '2027-05-27', counts: counts(told) },
    })
    expect(found).toMatchObject({ state, grade: 'risky' })
    expect(found.sentence.replace(/\u00a0|\u202f/g, ' ')).toBe(sentence)
  })

  it('says nothing of a sending before it is asked for, and asks for none after', () => {
    const keys = (changes: Partial<DemandFacts>) => demandsOf({ ...ready, ...changes }).map(({ key }) => key)
    expect(keys({})).not.toContain('delivery')
    expect(keys({ sentOn: '2027-05-20', reach: { lastDay: '2027-05-27', counts: counts(26) } })).not.toContain('notice')
  })

  it('8.3-a a Bureau of 20 March is convened by 12 March at the latest', () => {
    const bureau = { body: 'bureau', date: '2027-03-20', accountsOfYear: null, today: '2027-03-12' } as const
    expect(demand('notice', bureau)).toMatchObject({
      rule: '8.3-a',
      state: 'todo',
      day: '2027-03-12',
      sentence: expect.stringContaining('13\u00a0mars 2027'),
    })
    expect(demandsOf({ ...ready, ...bureau }).map(({ key }) => key)).not.toContain('documents')
  })

  it.each([
    ['2027-05-27', 'done'],
    ['2027-05-28', 'done'],
    ['2027-05-29', 'late'],
  ])('15-b documents all opened on %s: %s', (openedOn, state) => {
    const documents = [
      { label: 'Comptes annuels', openedOn: '2027-05-01' },
      { label: 'Rapport financier', openedOn },
    ]
    expect(demand('documents', { documents, today: '2027-06-01' })).toMatchObject({
      rule: '15-b',
      state,
      grade: 'risky',
      day: '2027-05-28',
    })
  })

  it.each([
    ['2027-05-28', 'todo'],
    ['2027-05-29', 'late'],
  ])('15-b one document still closed on %s: %s', (today, state) => {
    const documents = [
      { label: 'Comptes annuels', openedOn: '2027-05-01' },
      { label: 'Rapport financier', openedOn: null },
    ]
    expect(demand('documents', { documents, today })).toMatchObject({
      state,
      sentence: expect.stringContaining('rapport financier'),
    })
  })

  it('8.3-b the Bureau prepares the annual assembly: to do before the convocation, late after', () => {
    expect(demand('preparation')).toMatchObject({ rule: '8.3-b', state: 'done', grade: 'formal' })
    expect(demand('preparation', { lastBureauMeeting: null })).toMatchObject({ state: 'todo' })
    expect(demand('preparation', { lastBureauMeeting: null, sentOn: '2027-05-20' })).toMatchObject({ state: 'late' })
    expect(demand('preparation', { lastBureauMeeting: '2027-05-21', sentOn: '2027-05-20' })).toMatchObject({
      state: 'late',
    })
  })

  it.each([
    ['2027-06-29', 'done'],
    ['2027-06-30', 'done'],
    ['2027-07-01', 'late'],
  ])('13.2-a annual assembly on %s: %s', (date, state) => {
    expect(demand('season', { date })).toMatchObject({ rule: '13.2-a', state, grade: 'formal', day: '2027-06-30' })
  })

  it('13.2-b without a point, a text or a place nothing can be convened', () => {
    expect(demand('agenda', { items: [] })).toMatchObject({ state: 'todo', grade: 'blocking' })
    expect(demand('texts', { items: [{ title: 'Budget', votes: true, resolutions: 0 }] })).toMatchObject({
      state: 'todo',
      sentence: 'Sans texte : Budget.',
    })
    expect(demand('texts', { items: [{ title: 'Rapport', votes: false, resolutions: 0 }] })).toMatchObject({
      state: 'done',
    })
    expect(demand('place', { somewhere: false })).toMatchObject({ state: 'todo', grade: 'blocking' })
  })

  it('8.1-a tells the mandates that are over; what changed must be told', () => {
    const expired = [{ label: 'présidence', holder: 'Dr Roux', termEnd: '2027-06-10' }]
    expect(demand('term', { expired })).toMatchObject({ rule: '8.1-a', state: 'late', grade: 'risky' })
    const untold = (change: string, onlyTakesOff: boolean) => ({ changes: [change], onlyTakesOff })
    expect(demand('correction', { sentOn: '2027-05-20', untold: untold('Lieu : Mairie.', false) })).toMatchObject({
      grade: 'blocking',
    })
    expect(
      demand('correction', { sentOn: '2027-05-20', untold: untold('Résolution retirée : Budget.', true) }),
    ).toMatchObject({ grade: 'formal' })
  })

  it('13.2-e a second session has its own notice, and neither season nor preparation', () => {
    const second = {
      session: 2,
      failedOn: '2027-06-01',
      date: '2027-06-16',
      today: '2027-06-08',
      accountsOfYear: 2026,
    } as const
    expect(demand('notice', second)).toMatchObject({ rule: '13.2-e', state: 'todo', day: '2027-06-08' })
    expect(demand('notice', { ...second, date: '2027-06-17' })).toMatchObject({ state: 'late' })
    expect(demandsOf({ ...ready, ...second }).map(({ key }) => key)).not.toContain('season')
  })

  it('puts what is late first, then by day', () => {
    const keys = demandsOf({ ...ready, today: '2027-05-29', somewhere: false }).map(({ state }) => state)
    expect(keys).toEqual(
      [...keys].sort((a, b) => ['late', 'todo', 'done'].indexOf(a) - ['late', 'todo', 'done'].indexOf(b)),
    )
  })
})

import { describe, expect, test } from 'vitest'
import { ballotNews, resultSentence, sittingNews, type BallotFact } from '~/ballots/ballot-news'
import type { Outcome } from '~/ballots/outcome'
import type { Totals } from '~/ballots/choices'
import { castWords } from '~/ballots/ui/cast-words'

const outcome = (state: Outcome['state'], voices: Totals | null, members: Totals | null = null): Outcome => ({
  format: 1,
  state,
  totals: { voices, members },
  voters: { members: null, voices: null },
  present: { members: 9, voices: 25 },
  all: { members: 26, voices: 40 },
  rule: '13.2-d',
  unit: 'voices',
  required: 9,
  counted: 12,
  base: 16,
  thresholds: [],
  casting: null,
  castingBy: null,
  reasons: [],
  sensitive: [],
  change: null,
  repeatedBy: null,
})

const budget = (state: BallotFact['state'], told: Outcome | null = null): BallotFact => ({
  id: 'b',
  number: 2,
  title: 'Budget 2028',
  state,
  outcome: told,
})
const report: BallotFact = { id: 'a', number: 1, title: 'Rapport moral', state: 'PENDING', outcome: null }
const TOTALS = { for: 12, against: 3, abstained: 1, blank: 0 }

describe('each event of a meeting in words', () => {
  test('a ballot opens', () =>
    expect(ballotNews([report, budget('PENDING')], [report, budget('OPEN')])).toEqual([
      'Scrutin ouvert : résolution 2, Budget 2028.',
    ]))
  test('a vote on line opens', () =>
    expect(ballotNews([budget('PENDING')], [budget('ONLINE')])).toEqual([
      'Vote en ligne ouvert : résolution 2, Budget 2028.',
    ]))
  test('it closes: adopted, with its figures', () =>
    expect(ballotNews([budget('OPEN')], [budget('ADOPTED', outcome('ADOPTED', TOTALS))])).toEqual([
      'Scrutin clos. Résolution 2, Budget 2028 : adoptée, 12\u00a0voix pour, 3 contre, 1\u00a0abstention.',
    ]))
  test('rejected, counted in members, with blanks', () =>
    expect(
      resultSentence(budget('REJECTED', outcome('REJECTED', null, { for: 1, against: 4, abstained: 0, blank: 2 }))),
    ).toBe('Résolution 2, Budget 2028 : rejetée, 1\u00a0membre pour, 4 contre, 2\u00a0blancs, 0\u00a0abstention.'))
  test('without effect, or withdrawn: no figure is made up', () => {
    expect(resultSentence(budget('INVALID', outcome('INVALID', null)))).toContain('le quorum n’était pas atteint')
    expect(ballotNews([budget('PENDING')], [budget('WITHDRAWN')])).toEqual([
      'Résolution 2, Budget 2028 : retirée, elle n’est pas votée.',
    ])
  })
  test('one closes while another opens: both are said', () =>
    expect(
      ballotNews(
        [{ ...report, state: 'OPEN' }, budget('PENDING')],
        [{ ...report, state: 'REJECTED', outcome: outcome('REJECTED', TOTALS) }, budget('OPEN')],
      ),
    ).toHaveLength(2))
  test('nothing happened: nothing is said', () => {
    expect(ballotNews([report, budget('OPEN')], [report, budget('OPEN')])).toEqual([])
    expect(sittingNews('OPEN', 'OPEN')).toEqual([])
  })
  test('the session ends', () => expect(sittingNews('OPEN', 'CLOSED')).toEqual(['La séance est levée.']))
})

describe('one press, one sentence', () => {
  const voters = [
    { memberId: 'm1', label: 'Dr Hélène Vasseur' } as never,
    { memberId: 'm2', label: 'Karim Benhaddou' } as never,
  ]
  const ballot = { number: 2, title: 'Budget 2028', voters }
  const counted = { outcome: 'counted', receipt: '7f3a91c204be', kept: false, replaced: false } as const
  test('an open vote names its choice, its resolution and its receipt', () =>
    expect(castWords(ballot, [{ ...counted, memberId: 'm1', choice: 'FOR' }])).toBe(
      'Vote reçu : pour, résolution 2, Budget 2028, au nom de Dr Hélène Vasseur. Reçu numéro 7F3A-91C2-04BE.',
    ))
  test('a choice that replaces another says so', () =>
    expect(castWords(ballot, [{ ...counted, replaced: true, memberId: 'm1', choice: 'AGAINST' }])).toMatch(
      /^Vote reçu à la place du précédent : contre,/,
    ))
  test('a secret vote names no choice', () =>
    expect(castWords(ballot, [{ ...counted, memberId: 'm1', choice: null }])).toMatch(/^Vote reçu, résolution 2,/))
  test('for several at once, all are named in one sentence', () => {
    const words = castWords(
      ballot,
      ['m1', 'm2'].map((memberId) => ({ ...counted, memberId, choice: 'AGAINST' as const })),
    )
    expect(words).toMatch(/^2 votes reçus : contre, .*au nom de Dr Hélène Vasseur et Karim Benhaddou\. Reçus numéros/)
  })
  test('a refusal says whose vote was not counted, and why', () =>
    expect(
      castWords(ballot, [{ memberId: 'm2', outcome: 'refused', code: 'closed', message: 'Le scrutin est clos.' }]),
    ).toBe('Vote non compté pour Karim Benhaddou : Le scrutin est clos.'))
})

import { expect, test } from 'vitest'
import { freshResults } from '~/ballots/ui/use-fresh'
import type { VoteResult } from '~/ballots/vote-result'

type Ballots = Parameters<typeof freshResults>[2]

const answer: VoteResult = {
  memberId: 'm',
  outcome: 'counted',
  receipt: 'r',
  kept: false,
  replaced: false,
  choice: 'FOR',
}
const refusal: VoteResult = { memberId: 'm', outcome: 'refused', code: 'closed', message: 'clos' }
const page = (secret: boolean, choice: string | null): Ballots =>
  [
    { resolutionId: 'b', secret, voters: [{ memberId: 'm', cast: choice && { code: 'r', choice } }] },
  ] as unknown as Ballots
const results = (result: VoteResult) => new Map([['b m', result]])
const shown = (before: VoteResult | null, now: VoteResult, ballots: Ballots) =>
  freshResults(results(now), before ? results(before) : new Map(), ballots).get('b m')

test('a page loaded after the answer shows the choice that another screen made since', () => {
  expect(shown(answer, answer, page(false, 'against'))).toBeUndefined()
})

test('an answer newer than the page stays, and one that the page does not know yet', () => {
  expect(shown({ ...answer }, answer, page(false, 'against'))).toBe(answer)
  expect(shown(null, answer, page(false, 'against'))).toBe(answer)
  expect(shown(answer, answer, page(false, null))).toBe(answer)
})

test('a secret vote keeps its receipt; a refusal stays until the page knows a vote', () => {
  expect(shown(answer, answer, page(true, null))).toBe(answer)
  expect(shown(refusal, refusal, page(false, null))).toBe(refusal)
})

import type { Choice } from './choices'

/** Why a vote was not taken. `code` is for programs; `message` is what the voter reads. */
export type RefusedVote = {
  memberId: string
  outcome: 'refused'
  code: 'closed' | 'not-open' | 'not-electronic' | 'not-present' | 'no-right' | 'voted-by-holder' | 'voted-by-giver'
  message: string
}

/**
 * A vote that the box holds. `kept`: it had been received before, and this press changed nothing (secret ballot, or a
 * press sent twice). `choice` is the one that stands, null in a secret ballot: nobody knows it any more. `replaced`: the same
 * voter had chosen before, perhaps on another screen.
 */
export type CountedVote = {
  memberId: string
  outcome: 'counted'
  receipt: string
  kept: boolean
  replaced: boolean
  choice: Choice | null
}

export type VoteResult = CountedVote | RefusedVote

/** « 7F3A-91C2-04BE »: what people read and compare of a receipt. */
export function receiptCode(receipt: string): string {
  const [one = '', two = '', three = ''] = receipt.replace(/-/g, '').toUpperCase().match(/.{4}/g) ?? []
  return [one, two, three].join('-')
}

import { useEffect, useState } from 'react'
import type { VoteResult } from '../vote-result'
import type { VotePage } from '../vote-page.query.server'
import type { CastState } from './use-cast'

type Results = ReadonlyMap<string, VoteResult>
type Loaded = Pick<VotePage, 'lastEvent' | 'ballots'>

/**
 * In an open ballot another screen of the same voter may replace his choice: once the page has been loaded again, what it
 * says stands before the answers received here until then.
 */
export function useFresh<T extends Pick<CastState, 'results'>>(state: T, page: Loaded): T {
  const { results } = state
  const [before, setBefore] = useState<Results>(new Map())
  // what was answered when the page came; a later answer is another object
  // eslint-disable-next-line react-hooks/exhaustive-deps -- at each load, not at each answer
  useEffect(() => setBefore(results), [page.lastEvent])
  return { ...state, results: freshResults(results, before, page.ballots) }
}

/** The answers without those of open ballots that are older than the page, where the page knows of a vote. */
export function freshResults(results: Results, before: Results, ballots: Loaded['ballots']): Results {
  const known = new Set(
    ballots.flatMap(({ resolutionId, secret, voters }) =>
      secret ? [] : voters.flatMap(({ memberId, cast }) => (cast ? [`${resolutionId} ${memberId}`] : [])),
    ),
  )
  return new Map([...results].filter(([key, result]) => !(before.get(key) === result && known.has(key))))
}

import { useCallback, useState } from 'react'
import type { VoteResult } from '../vote-result'
import type { OpenVote } from '../vote-page.query.server'
import { castWords } from './cast-words'
import type { FORM_CHOICES } from '../choices'

export type FormChoice = (typeof FORM_CHOICES)[keyof typeof FORM_CHOICES]
export type CastState = {
  results: ReadonlyMap<string, VoteResult>
  /** members whose vote is on its way */
  sending: readonly string[]
  /** said when nothing could be sent */
  failure: string | null
  /** said once for each press: that it is on its way, then what was received */
  word: string
}

const TRIES = 3
const UNSENT =
  'Le vote n’est pas parti : vérifiez votre connexion, puis appuyez de nouveau. Un vote envoyé deux fois n’en fait qu’un.'

/** Sends votes by themselves, without loading the page again; a lost answer is asked again, and gives the same receipt. */
export function useCast(
  meetingId: string,
): CastState & { cast: (ballot: OpenVote, members: readonly string[], choice: FormChoice) => Promise<void> } {
  const [state, setState] = useState<CastState>({ results: new Map(), sending: [], failure: null, word: '' })
  const cast = useCallback(
    async (ballot: OpenVote, members: readonly string[], choice: FormChoice) => {
      const { resolutionId, secret } = ballot
      const said = secret ? { choice, confirmed: choice } : { choice }
      setState((now) => ({ ...now, sending: members, failure: null, word: 'Envoi du vote…' }))
      const body = JSON.stringify({ resolutionId, votes: members.map((memberId) => ({ memberId, ...said })) })
      const answer = await send(`/assemblees/${meetingId}/vote`, body)
      setState((now) => {
        const results = new Map(now.results)
        for (const result of answer.results) results.set(`${resolutionId} ${result.memberId}`, result)
        return { results, sending: [], failure: answer.failure, word: castWords(ballot, answer.results) }
      })
    },
    [meetingId],
  )
  return { ...state, cast }
}

async function send(url: string, body: string): Promise<{ results: VoteResult[]; failure: string | null }> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
        body,
      })
      const answer: { results?: VoteResult[]; message?: string } = await response.json()
      if (response.ok && answer.results) return { results: answer.results, failure: null }
      if (response.status < 500) return { results: [], failure: answer.message ?? UNSENT }
    } catch {
      // no network, or an answer cut short: asked again
    }
    await new Promise((resolve) => setTimeout(resolve, 400 * attempt))
  }
  return { results: [], failure: UNSENT }
}

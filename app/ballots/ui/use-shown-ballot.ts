import { useEffect, useState } from 'react'
import type { OpenVote } from '../vote-page.query.server'

/**
 * Which resolution the voter has before him. The one he is at stays there when its ballot closes, and the page never
 * turns to another under his thumb: he asks for it. Only who waits is led to the ballot that opens.
 */
export function useShownBallot(ballots: readonly OpenVote[], asked: string | null): string | null {
  const first = ballots[0]?.resolutionId ?? null
  const [kept, keep] = useState(asked ?? first)
  const shown = asked ?? kept ?? first
  useEffect(() => {
    if (shown !== kept) keep(shown)
  }, [shown, kept])
  return shown
}

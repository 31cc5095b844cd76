import { useEffect, useRef, useState } from 'react'
import { ballotNews, sittingNews, type BallotFact } from '../ballot-news'

type BallotNewsProps = {
  facts: readonly BallotFact[]
  /** of the meeting */ state: string
  /** what the page itself has to say: a vote on its way, a vote received */ word?: string
}

/** Says what happens in the meeting as it happens: always there, so that what fills it is heard. */
export function BallotNews({ facts, state, word = '' }: BallotNewsProps) {
  const before = useRef({ facts, state })
  const [said, setSaid] = useState('')
  useEffect(() => {
    const news = [...ballotNews(before.current.facts, facts), ...sittingNews(before.current.state, state)]
    before.current = { facts, state }
    if (news.length > 0) setSaid(news.join(' '))
  }, [facts, state])
  return (
    <div className="sr-only">
      <p role="status">{said}</p>
      <p role="status">{word}</p>
    </div>
  )
}

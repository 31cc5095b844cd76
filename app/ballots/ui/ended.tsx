import type { SerializeFrom } from '@remix-run/node'
import { TextLink } from '~/ui/link'
import { resultSentence, type BallotFact } from '../ballot-news'
import { ResultView } from '../result-view'
import type { VotePage } from '../vote-page.query.server'
import { MyReceipts } from './my-receipts'

type EndedProps = { meetingId: string; fact: BallotFact; last: SerializeFrom<VotePage['last']> }

/** The ballot that the voter was at, once it is closed: its result in its place. */
export function Ended({ meetingId, fact, last }: EndedProps) {
  const view = last?.view.id === fact.id ? last.view : null
  return (
    <div data-outcome="said" className="space-y-4">
      <p className="text-[1.125rem]">Ce scrutin est clos.</p>
      {view ? (
        <>
          <ResultView view={view} />
          {last?.mine ? <MyReceipts mine={last.mine} /> : null}
        </>
      ) : (
        <p>
          {resultSentence(fact) ?? `Résolution ${fact.number} : ce vote n’est pas ouvert.`}{' '}
          <TextLink to={`/assemblees/${meetingId}/scrutins#r-${fact.id}`}>Voir le détail</TextLink>
        </p>
      )}
    </div>
  )
}

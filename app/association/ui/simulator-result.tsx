import { Link } from '@remix-run/react'
import { plainCount } from '~/statutes/french'
import type { Statutes } from '~/statutes/schema'
import { Notice } from '~/ui/notice'
import type { SimulatorCase } from '../simulator/case'
import { caseSearch } from '../simulator/case-fields'
import type { Played } from '../simulator/play'
import { JsonText } from './json-text'
import { AnswerQuorum, AnswerVote } from './ruling-answer'

type ResultProps = { statutes: Statutes; given: SimulatorCase; played: Played; changes: readonly string[] }

/** What the statutes answer to the figures beside: quorum, outcome, what would turn it. */
export function SimulatorResult({ given, played, changes }: ResultProps) {
  const { answer, vote, scenario } = played
  if (!answer || !vote)
    return (
      <Notice tone="warning" title="Ces chiffres ne vont pas ensemble">
        <ul className="list-disc pl-5">
          {[...new Set(Object.values(played.faults))].map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      </Notice>
    )
  const refused = answer.proxies.filter(({ accepted }) => !accepted)
  return (
    <div className="space-y-7">
      <AnswerQuorum quorum={answer.quorum} />
      <AnswerVote vote={vote}>
        {changes.length > 0 ? (
          <div className="border-l-2 border-turn-mark pl-3">
            <p className="font-semibold">Ce qui changerait le résultat</p>
            <ul className="mt-1 space-y-1">
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </AnswerVote>
      {refused.length > 0 ? (
        <Notice tone="warning" title={plainCount(refused.length, 'pouvoir refusé', 'pouvoirs refusés')}>
          <ul className="list-disc pl-5">
            {[...new Set(refused.map(({ reason }) => reason))].map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="no-print space-y-3 text-[0.9375rem]">
        <p>
          <Link to={`/simulateur?${caseSearch(given)}`}>Adresse de ce cas</Link>
        </p>
        <JsonText title="Ce cas au format cpts-scenario/1" value={scenario} />
      </div>
    </div>
  )
}

/** One line that follows the reader on a phone. */
export function ResultLine({ played }: { played: Played }) {
  const { answer, vote } = played
  if (!answer || !vote) return <>Ces chiffres ne vont pas ensemble</>
  const { quorum } = answer
  return (
    <>
      Quorum {quorum.counted}&nbsp;/&nbsp;{quorum.required}
      {' · '}
      <strong>{vote.valid ? (vote.adopted ? 'Adoptée' : 'Rejetée') : 'Sans quorum'}</strong>
      {vote.valid ? ` ${vote.for} voix contre ${vote.against}` : ''}
    </>
  )
}

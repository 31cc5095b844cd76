import { Link } from '@remix-run/react'
import { ButtonLink } from '~/ui/link'
import { Section } from '~/ui/page'
import { StatusBadge } from '~/ui/status-badge'
import type { OpenVote } from '../vote-page.query.server'

const address = ({ resolutionId }: OpenVote) => `?resolution=${resolutionId}`

/** After a result: the ballot that waits now. */
export function NextBallot({ ballot }: { ballot: OpenVote }) {
  return (
    <p>
      <ButtonLink to={address(ballot)}>
        Suivante&nbsp;: résolution {ballot.number}, {ballot.title}
      </ButtonLink>
    </p>
  )
}

/** While one ballot is before the voter: the others that are open, and where he stands in each. */
export function OtherBallots({ ballots }: { ballots: readonly OpenVote[] }) {
  if (ballots.length === 0) return null
  return (
    <Section title="Autres scrutins ouverts">
      <ul className="max-w-lg border-t border-rule">
        {ballots.map((ballot) => {
          const left = ballot.voters.some(({ cast, mayCast }) => mayCast && cast === null)
          const voted = ballot.voters.some(({ cast }) => cast !== null)
          return (
            <li
              key={ballot.resolutionId}
              className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-rule py-2"
            >
              <Link to={address(ballot)}>
                Résolution {ballot.number}&nbsp;: {ballot.title}
              </Link>
              {left ? <StatusBadge tone="turn">À voter</StatusBadge> : null}
              {!left && voted ? <StatusBadge tone="success">Vote reçu</StatusBadge> : null}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

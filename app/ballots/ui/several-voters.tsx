import { plainCount } from '~/statutes/french'
import { list } from '~/ui/format'
import { Icon } from '~/ui/icon'
import { StatusBadge } from '~/ui/status-badge'
import type { VoteResult } from '../vote-result'
import type { OpenVote, Voter } from '../vote-page.query.server'
import { ChoiceForm, type Press } from './choice-form'
import type { CastState } from './use-cast'
import { castOf, VoterForm } from './voter-form'

type SeveralVotersProps = {
  ballot: OpenVote
  active: readonly Voter[]
  resultOf: (memberId: string) => VoteResult | undefined
  state: CastState
  press: Press
}

/** One press for all, or each apart. */
export function SeveralVoters({ ballot, active, resultOf, state, press }: SeveralVotersProps) {
  const casts = active.map((voter) => castOf(voter, resultOf(voter.memberId)))
  const left = active.filter((_, index) => casts[index] === null)
  const offered = ballot.secret ? left : active
  const choices = new Set(casts.map((cast) => cast?.choice ?? null))
  const [same] = choices.size === 1 ? choices : []
  const members = offered.map(({ memberId }) => memberId)
  const received = casts.filter((cast) => cast !== null).length
  return (
    <>
      {offered.length > 1 ? (
        <ChoiceForm
          ballot={ballot}
          members={members}
          heading={<h3 className="mb-1 text-[1.1875rem]">Le même choix pour tous</h3>}
          voter={list(offered.map(({ label }) => label))}
          voices={offered.reduce((sum, { voices }) => sum + voices, 0)}
          current={same ?? null}
          sending={state.sending.length > 0}
          press={press}
          receipt={state.sending.length > 1 ? <p>Envoi des votes…</p> : null}
        />
      ) : null}
      <p className="font-semibold empty:hidden">
        {received > 0 ? `${plainCount(received, 'vote reçu', 'votes reçus')} sur ${active.length}.` : ''}
      </p>
      <h3 className="text-[1.1875rem]">{offered.length > 1 ? 'Ou chacun séparément' : 'Vos votes'}</h3>
      <div className="max-w-lg border-t border-rule">
        {ballot.voters.map((voter) => {
          const result = resultOf(voter.memberId)
          const cast = castOf(voter, result)
          return (
            <details
              key={voter.memberId}
              className="group border-b border-rule"
              open={result?.outcome === 'refused' || undefined}
            >
              <summary className="flex min-h-14 cursor-pointer list-none items-center gap-3 py-2">
                <span className="flex-1">
                  <span className="font-semibold">{voter.label}</span>
                  {voter.byProxy ? <span className="text-muted">, par pouvoir</span> : null}
                  {cast ? (
                    <span className="block text-[0.9375rem] text-muted">
                      Reçu n<sup>o</sup>&nbsp;<span className="tabular-nums">{cast.code}</span>
                    </span>
                  ) : null}
                </span>
                <StatusBadge tone={cast || voter.standing ? 'success' : 'turn'}>
                  {cast ? 'Vote reçu' : voter.standing ? 'A voté' : 'À voter'}
                </StatusBadge>
                <Icon name="next" className="text-muted group-open:rotate-90" />
              </summary>
              <div className="pb-4">
                <VoterForm
                  ballot={ballot}
                  voter={voter}
                  result={result}
                  sending={state.sending.includes(voter.memberId)}
                  press={press}
                />
              </div>
            </details>
          )
        })}
      </div>
    </>
  )
}

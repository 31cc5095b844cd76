import { Form } from '@remix-run/react'
import { ArticleChip } from '~/ui/article-chip'
import { Icon } from '~/ui/icon'
import { list } from '~/ui/format'
import { Notice } from '~/ui/notice'
import { StatusBadge } from '~/ui/status-badge'
import { VoteChoices } from '~/ui/vote-buttons'
import type { VoteResult } from '../vote-result'
import type { OpenVote, Voter } from '../vote-page.query.server'
import type { CastState, FormChoice } from './use-cast'
import { castOf, chosen, VoterForm, type Press } from './voter-form'

type BallotProps = {
  ballot: OpenVote
  state: CastState
  cast: (resolutionId: string, members: readonly string[], choice: FormChoice) => Promise<void>
}

/** One open ballot: its text, then the voter's choices. */
export function Ballot({ ballot, state, cast }: BallotProps) {
  const resultOf = (memberId: string) => state.results.get(`${ballot.resolutionId} ${memberId}`)
  const press: Press = (members, choice) => void cast(ballot.resolutionId, members, choice)
  const active = ballot.voters.filter(({ mayCast }) => mayCast)
  return (
    <div className="space-y-5">
      <p className="flex flex-wrap items-center gap-2">
        <StatusBadge tone="turn">{ballot.online ? 'Vote en ligne' : 'Scrutin ouvert'}</StatusBadge>
        <StatusBadge>{ballot.secret ? 'Vote secret' : ballot.unanimity ? 'Vote nominal' : 'Vote ouvert'}</StatusBadge>
        <ArticleChip rule={ballot.unanimity ? '6.1-c' : '6.1-e'}>
          {ballot.unanimity
            ? 'Chaque membre appelé, présent ou représenté, doit voter pour : une abstention rompt l’unanimité.'
            : 'Chacun vote une fois ; son vote compte pour ses voix.'}
        </ArticleChip>
      </p>
      <p className="max-w-measure whitespace-pre-line font-serif text-[1.125rem]">{ballot.text}</p>
      {ballot.mode !== 'ELECTRONIC' && !ballot.online ? <InTheRoom mode={ballot.mode} /> : null}
      {state.failure ? (
        <Notice tone="refusal" live="alert" title="Vote non envoyé">
          {state.failure}
        </Notice>
      ) : null}
      {ballot.mode === 'ELECTRONIC' || ballot.online ? (
        active.length > 1 ? (
          <Several ballot={ballot} active={active} resultOf={resultOf} state={state} press={press} />
        ) : (
          ballot.voters.map((voter) => (
            <VoterForm
              key={voter.memberId}
              ballot={ballot}
              voter={voter}
              result={resultOf(voter.memberId)}
              sending={state.sending.includes(voter.memberId)}
              press={press}
            />
          ))
        )
      ) : null}
    </div>
  )
}

function InTheRoom({ mode }: { mode: OpenVote['mode'] }) {
  return (
    <Notice tone="turn" title={mode === 'HANDS' ? 'Vote à main levée' : 'Vote sur bulletin de papier'}>
      <p>Ce vote se fait dans la salle ; deux scrutateurs comptent. Le résultat s’affichera ici.</p>
    </Notice>
  )
}

type SeveralProps = {
  ballot: OpenVote
  active: readonly Voter[]
  resultOf: (memberId: string) => VoteResult | undefined
  state: CastState
  press: Press
}

/** One press for all, or each apart. */
function Several({ ballot, active, resultOf, state, press }: SeveralProps) {
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
        <Form
          method="post"
          reloadDocument
          onSubmit={(event) => {
            const choice = chosen(event)
            if (!choice) return
            event.preventDefault()
            press(members, choice)
          }}
        >
          <input type="hidden" name="resolutionId" value={ballot.resolutionId} />
          {members.map((memberId) => (
            <input key={memberId} type="hidden" name="member" value={memberId} />
          ))}
          <h3 className="mb-1 text-[1.1875rem]">Le même choix pour tous</h3>
          <VoteChoices
            voter={list(offered.map(({ label }) => label))}
            voices={offered.reduce((sum, { voices }) => sum + voices, 0)}
            current={same ?? null}
            disabled={state.sending.length > 0}
            receipt={state.sending.length > 1 ? <p>Envoi des votes…</p> : null}
          />
        </Form>
      ) : null}
      <p role="status" className="font-semibold empty:hidden">
        {received > 0
          ? `${received} vote${received > 1 ? 's' : ''} reçu${received > 1 ? 's' : ''} sur ${active.length}.`
          : ''}
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

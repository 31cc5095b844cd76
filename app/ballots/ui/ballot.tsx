import { ArticleChip } from '~/ui/article-chip'
import { Notice } from '~/ui/notice'
import { StatusBadge } from '~/ui/status-badge'
import type { OpenVote } from '../vote-page.query.server'
import type { Press } from './choice-form'
import { SeveralVoters } from './several-voters'
import type { CastState, FormChoice } from './use-cast'
import { VoterForm } from './voter-form'

type BallotProps = {
  ballot: OpenVote
  state: CastState
  cast: (ballot: OpenVote, members: readonly string[], choice: FormChoice) => Promise<void>
}

/** One open ballot: its text, then the voter's choices. */
export function Ballot({ ballot, state, cast }: BallotProps) {
  const resultOf = (memberId: string) => state.results.get(`${ballot.resolutionId} ${memberId}`)
  // a button that is disabled would lose the focus: presses are ignored instead while votes are on their way
  const press: Press = (members, choice) => {
    if (state.sending.length === 0) void cast(ballot, members, choice)
  }
  const active = ballot.voters.filter(({ mayCast }) => mayCast)
  const byPhone = ballot.mode === 'ELECTRONIC' || ballot.online
  return (
    <div className="space-y-5">
      <p className="flex flex-wrap items-center gap-2">
        <StatusBadge tone="turn">{ballot.online ? 'Vote en ligne' : 'Scrutin ouvert'}</StatusBadge>
        <StatusBadge>
          {ballot.secret ? 'Vote secret' : ballot.unanimity ? 'Vote nominal' : 'Vote non secret'}
        </StatusBadge>
        <ArticleChip rule={ballot.unanimity ? '6.1-c' : '6.1-e'}>
          {ballot.unanimity
            ? 'Chaque membre appelé, présent ou représenté, doit voter pour : une abstention rompt l’unanimité.'
            : ballot.byHead
              ? 'Chacun vote une fois, et chaque vote compte pour un.'
              : 'Chacun vote une fois ; son vote compte pour ses voix.'}
        </ArticleChip>
      </p>
      <p className="max-w-measure whitespace-pre-line font-serif text-[1.125rem]">{ballot.text}</p>
      {byPhone ? null : <InTheRoom mode={ballot.mode} />}
      {byPhone && ballot.secret && active.length > 0 ? (
        <p className="max-w-measure">Votre choix est définitif dès son envoi : il vous est redit avant de partir.</p>
      ) : null}
      {state.failure ? (
        <Notice tone="refusal" live="alert" title="Vote non envoyé">
          {state.failure}
        </Notice>
      ) : null}
      {byPhone ? (
        active.length > 1 ? (
          <SeveralVoters ballot={ballot} active={active} resultOf={resultOf} state={state} press={press} />
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
    <Notice tone="turn" title={mode === 'HANDS' ? 'Vote non secret' : 'Vote sur bulletin de papier'}>
      <p>Ce vote se fait dans la salle ; deux scrutateurs comptent. Le résultat s’affichera ici.</p>
    </Notice>
  )
}

import { weightWords } from '~/statutes/vote-weight'
import { list } from '~/ui/format'
import { VerifyAct } from '~/ui/verify-act'
import type { UnconfirmedChoice } from '../unconfirmed-choice.server'
import type { OpenVote } from '../vote-page.query.server'
import { CHOICE_SENTENCES, FINAL } from './final-choice'

type VerifyChoiceProps = { meetingId: string; verify: UnconfirmedChoice; ballot: OpenVote }

/** Without JavaScript: the page on which a secret vote is confirmed. */
export function VerifyChoice({ meetingId, verify, ballot }: VerifyChoiceProps) {
  const { fields, shown } = verify
  const voters = ballot.voters.filter(({ memberId }) => shown.members.includes(memberId))
  const voices = voters.reduce((sum, voter) => sum + voter.voices, 0)
  return (
    <VerifyAct
      fields={fields}
      title="votre choix"
      act="Confirmer mon choix"
      pending="Envoi du vote"
      tone="primary"
      back={`/assemblees/${meetingId}/vote?resolution=${shown.resolutionId}`}
      consequence={FINAL}
    >
      <p>
        <strong>{CHOICE_SENTENCES[shown.choice]}</strong>, résolution {ballot.number}, {ballot.title}, au nom de&nbsp;:{' '}
        {list(voters.map(({ label }) => label))} ({weightWords(ballot.byHead, { members: voters.length, voices })}).
      </p>
    </VerifyAct>
  )
}

import { Notice } from '~/ui/notice'
import type { VoteResult } from '../vote-result'
import { receiptCode } from '../vote-result'
import type { OpenVote, Voter } from '../vote-page.query.server'
import { FORM_CHOICES } from '../choices'
import { ChoiceForm, type Press } from './choice-form'
import { Receipt } from './receipt'

type VoterFormProps = { ballot: OpenVote; voter: Voter; result: VoteResult | undefined; sending: boolean; press: Press }

/** One voter's choices, his receipt below. A secret vote, once received, offers no choice any more. */
export function VoterForm({ ballot, voter, result, sending, press }: VoterFormProps) {
  const cast = castOf(voter, result)
  const refused = result?.outcome === 'refused' ? result.message : null
  if (!voter.mayCast && !cast) return voter.standing ? <Standing voter={voter} /> : null
  if (!voter.mayCast || (ballot.secret && cast))
    return <Held voter={voter} ballot={ballot} cast={cast} focused={result !== undefined} kept={isKept(result)} />
  return (
    <ChoiceForm
      ballot={ballot}
      members={[voter.memberId]}
      voter={voter.label}
      voices={voter.voices}
      byProxy={voter.byProxy}
      current={cast?.choice ?? null}
      sending={sending}
      press={press}
      receipt={
        <>
          {sending ? <p>Envoi du vote…</p> : null}
          {refused ? (
            <Notice tone="refusal" title="Vote non compté">
              {refused}
            </Notice>
          ) : null}
          {cast && !sending && !refused ? <Receipt {...receiptOf(ballot, cast)} /> : null}
        </>
      }
    />
  )
}

type Cast = { code: string; choice: string | null }

/** The latest answer if there is one, else what was known when the page was loaded. */
export function castOf(voter: Voter, result: VoteResult | undefined): Cast | null {
  if (result?.outcome !== 'counted') return voter.cast
  return { code: receiptCode(result.receipt), choice: result.choice ? FORM_CHOICES[result.choice] : null }
}

const receiptOf = ({ secret, number }: OpenVote, { code, choice }: Cast) => ({ code, secret, number, choice })

const isKept = (result: VoteResult | undefined) => result?.outcome === 'counted' && result.kept

function Held({
  voter,
  ballot,
  cast,
  focused,
  kept,
}: {
  voter: Voter
  ballot: OpenVote
  cast: Cast | null
  focused: boolean
  kept: boolean
}) {
  return (
    <div className="max-w-lg">
      <p className="mb-3 text-[1.1875rem] leading-snug">
        <strong>{voter.label}</strong>
      </p>
      {voter.standing ? <Standing voter={voter} /> : null}
      {cast && !voter.standing ? <Receipt {...receiptOf(ballot, cast)} kept={kept} focused={focused} /> : null}
    </div>
  )
}

/** Somebody else has voted with these voices: that vote stands. */
function Standing({ voter }: { voter: Voter }) {
  return (
    <Notice tone="info" title={`${voter.standing} a voté pour ${voter.label}`}>
      <p>Ce vote vaut pour ce scrutin. Vous votez vous-même à partir du suivant.</p>
    </Notice>
  )
}

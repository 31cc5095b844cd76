import { filePart, readEffect } from '~/effects'
import { castingVote } from '~/statutes/casting-vote'
import { judgeResolution, thresholdSentence } from '~/statutes/majority'
import { deciding } from '~/statutes/requirement'
import { reason, type Reason } from '~/statutes/ruling'
import { countsAmong, type Tally } from '~/statutes/tally'
import { castingVoter, ownSide } from './casting-voter'
import { changeSentence } from './change-sentence'
import { onlyTotals, sumOf } from './choices'
import { requirementsOf, type CountedBallot, type Judged } from './counted-ballot'
import { mayCompareUnits, publishedUnits } from './published-units'

/**
 * 13.2-d, 13.3-c, 13.2-e, 8.3-a: every requirement of the majority, the casting vote, and the readings that differ. Whoever the
 * vote involves votes as a member; his voice settles no tie.
 */
export function judgeMajorityVote(ballot: CountedBallot, tally: Tally): Judged {
  const { facts, resolution, firstQuorumMet, count, manual, involved } = ballot
  const { meeting, statutes } = facts
  const { secret } = resolution
  const requirements = requirementsOf(facts, firstQuorumMet)
  const caster = castingVoter(facts, count.voters, involved)
  const presidentVote = caster && !secret ? (ownSide(caster, count.voters) ?? manual?.presidentVote ?? null) : null
  const recused = caster?.recused ?? false
  // on paper nobody knows whether he voted; by phone, that he did and not how
  const votedHimself = count.voters.some(
    ({ memberId, voterId }) => memberId === caster?.memberId && voterId === memberId,
  )
  const voteHidden = secret && caster !== null && (manual !== null || votedHimself)
  const question = { tally, secret, presidentVote, voteHidden, firstQuorumMet, recused }
  const ruling = judgeResolution(statutes, meeting.body, meeting.session === 2 ? 2 : 1, question)
  const decider = deciding(ruling.requirements)
  const requirement = requirements[ruling.requirements.findIndex((one) => one === decider)]
  const unit = decider?.unit ?? 'voices'
  const counted = decider?.counted ?? 0
  const shown = publishedUnits({ secret, manual, requirements })
  const tie = castingVote(statutes, meeting.body, requirements, question)
  const known = (of: 'voices' | 'members') => (manual && manual[of] === null ? null : sumOf(tally[of]))
  return {
    secretTie: secret && !ruling.adopted && tie !== null && tie.side === null,
    outcome: {
      format: 1,
      state: ruling.adopted ? 'ADOPTED' : 'REJECTED',
      totals: {
        voices: shown.voices ? onlyTotals(tally.voices) : null,
        members: shown.members ? onlyTotals(tally.members) : null,
      },
      voters: { members: known('members'), voices: known('voices') },
      present: { members: tally.members.present, voices: tally.voices.present },
      all: { members: tally.members.all, voices: tally.voices.all },
      rule: ruling.rule,
      unit,
      required: ruling.required,
      counted,
      base: decider?.base ?? 0,
      thresholds: requirements.map((one) => thresholdSentence(statutes, one)),
      casting: ruling.casting,
      castingBy: ruling.casting ? (caster?.label ?? null) : null,
      reasons: [...ruling.reasons, ...voiceKept(ballot)],
      sensitive: ruling.sensitive.filter(
        ({ path }) => !path.endsWith('.unit') || mayCompareUnits({ secret, manual, voters: count.voters }),
      ),
      change: changeSentence({
        adopted: ruling.adopted,
        casting: ruling.casting,
        unit,
        counted,
        required: ruling.required,
        totals: onlyTotals(countsAmong(tally, unit, requirement?.among)),
        ceiling: requirement?.lessThan !== undefined || requirement?.share === 'against',
      }),
      repeatedBy: null,
    },
  }
}

/** No clause takes a member's vote away: in an assembly those whom a vote on a person involves keep it, and the outcome says so. */
function voiceKept({ facts, resolution }: CountedBallot): Reason[] {
  const kept = filePart(readEffect(resolution.effect).kind)?.voiceKept
  if (!kept || facts.meeting.body === 'bureau') return []
  return [reason(kept.rule, `${kept.who} gardent leur voix de membre : aucune clause ne la leur retire.`)]
}

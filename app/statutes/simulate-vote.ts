import type { Side } from './casting-vote'
import { judgeResolution } from './majority'
import { cast } from './majority-requirements'
import { outcomeOf, type Reading } from './reading'
import type { Reason, RuleId } from './ruling'
import type { Scenario, ScenarioVote } from './scenario-schema'
import type { Moment, SimulatedSession } from './simulate-session'
import type { OtherReading } from './simulate-readings'
import { tallyVotes } from './tally'
import { judgeUnanimity } from './unanimity'

export interface VoteAnswer {
  id: string
  valid: boolean
  adopted: boolean
  for: number
  against: number
  abstained: number
  blank: number
  cast: number
  present: number
  casting: Side | null
  setAside: string[]
  rule: RuleId
  reasons: string[]
  sensitive: Reading[]
}

/** How the President himself voted, being there: a vote cast for him by a holder does not settle a tie. */
function presidentVote(
  scenario: Scenario,
  { attendance }: Moment,
  item: ScenarioVote,
  setAside: readonly string[],
): Side | null {
  const president = scenario.members.find((member) => member.president)?.id
  if (president === undefined || setAside.includes(president) || !attendance.present.has(president)) return null
  if (item.for.includes(president)) return 'for'
  return item.against.includes(president) ? 'against' : null
}

type Counted = ReturnType<typeof tallyVotes>

function countVote({ rights }: SimulatedSession, { attendance, roll }: Moment, item: ScenarioVote): Counted {
  return tallyVotes(rights, attendance, item, roll)
}

interface Judged {
  adopted: boolean
  casting: Side | null
  rule: RuleId
  reasons: Reason[]
  sensitive: Reading[]
}

/** A resolution or a unanimity under the statutes of this session: without quorum at this vote nothing is adopted. */
function judgeVote(
  { statutes, scenario }: SimulatedSession,
  moment: Moment,
  item: ScenarioVote,
  { tally, setAside }: Counted,
): Judged {
  const { body, session } = scenario.meeting
  const { quorum } = moment
  const judged =
    item.kind === 'unanimity'
      ? { ...judgeUnanimity(statutes, tally, item.among), casting: null, sensitive: [] }
      : judgeResolution(statutes, body, session, {
          tally,
          secret: item.secret ?? false,
          presidentVote: presidentVote(scenario, moment, item, setAside),
          firstQuorumMet: quorum.basis === 'first',
        })
  return quorum.met ? judged : { ...judged, adopted: false, casting: null, sensitive: [], reasons: quorum.reasons }
}

/** Whether the same vote ends otherwise under another reading of the statutes. */
function otherOutcome(
  session: SimulatedSession,
  index: number,
  item: ScenarioVote,
  counted: Counted,
  other: SimulatedSession,
): boolean | null {
  const [moment, otherMoment] = [session.moments[index], other.moments[index]]
  if (!moment || !otherMoment) return null
  const sameRights = other.rights === session.rights
  const sameQuorum = moment.quorum.met === otherMoment.quorum.met && moment.quorum.basis === otherMoment.quorum.basis
  if (sameRights && sameQuorum) return null
  return judgeVote(other, otherMoment, item, sameRights ? counted : countVote(other, otherMoment, item)).adopted
}

export function simulateVote(
  session: SimulatedSession,
  index: number,
  item: ScenarioVote,
  others: readonly OtherReading[],
): VoteAnswer {
  const moment = session.moments[index] ?? session.opening
  const counted = countVote(session, moment, item)
  const judged = judgeVote(session, moment, item, counted)
  const { voices } = counted.tally
  const elsewhere = others.flatMap(({ session: other, reading }) => {
    const adopted = otherOutcome(session, index, item, counted, other)
    return adopted === null || adopted === judged.adopted ? [] : [{ ...reading, outcome: outcomeOf(adopted) }]
  })
  return {
    id: item.id,
    valid: moment.quorum.met,
    adopted: judged.adopted,
    for: voices.for,
    against: voices.against,
    abstained: voices.abstained,
    blank: voices.blank,
    cast: cast(voices),
    present: voices.present,
    casting: judged.casting,
    setAside: counted.setAside,
    rule: judged.rule,
    reasons: judged.reasons.map((one) => one.sentence),
    sensitive: [...judged.sensitive, ...elsewhere],
  }
}

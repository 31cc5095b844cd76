import type { Side } from './casting-vote'
import { judgeResolution } from './majority'
import { cast } from './majority-requirements'
import { judgeQuorum } from './quorum'
import { outcomeOf, type Reading } from './reading'
import type { Reason, RuleId } from './ruling'
import type { ScenarioVote } from './scenario-schema'
import type { SimulatedSession } from './simulate-session'
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
  session: SimulatedSession,
  index: number,
  item: ScenarioVote,
  setAside: readonly string[],
): Side | null {
  const president = session.scenario.members.find((member) => member.president)?.id
  if (president === undefined || setAside.includes(president) || !session.attendance[index]?.present.has(president))
    return null
  if (item.for.includes(president)) return 'for'
  return item.against.includes(president) ? 'against' : null
}

interface Judged {
  valid: boolean
  adopted: boolean
  casting: Side | null
  rule: RuleId
  reasons: Reason[]
  sensitive: Reading[]
}

/** A resolution or a unanimity under the statutes of this session: without quorum at this vote nothing is adopted. */
export function judgeVote(session: SimulatedSession, index: number, item: ScenarioVote) {
  const { statutes, rights, scenario } = session
  const { body, session: number } = scenario.meeting
  const attendance = session.attendance[index] ?? { present: new Set<string>(), represented: new Set<string>() }
  const quorum = judgeQuorum(statutes, body, number, rights, attendance)
  const { tally, setAside } = tallyVotes(rights, attendance, item)
  const judged = ((): Judged => {
    if (item.kind === 'unanimity') {
      const unanimity = judgeUnanimity(statutes, tally, item.among)
      return { ...unanimity, valid: quorum.met, casting: null, sensitive: [] }
    }
    const question = {
      tally,
      secret: item.secret ?? false,
      presidentVote: presidentVote(session, index, item, setAside),
      firstQuorumMet: quorum.basis === 'first',
    }
    return { ...judgeResolution(statutes, body, number, question), valid: quorum.met }
  })()
  if (judged.valid) return { ...judged, tally, setAside }
  return { ...judged, adopted: false, casting: null, sensitive: [], reasons: quorum.reasons, tally, setAside }
}

export function simulateVote(
  session: SimulatedSession,
  index: number,
  item: ScenarioVote,
  others: readonly OtherReading[],
): VoteAnswer {
  const judged = judgeVote(session, index, item)
  const { voices } = judged.tally
  const elsewhere = others.flatMap(({ session: other, reading }) => {
    const { adopted } = judgeVote(other, index, item)
    return adopted === judged.adopted ? [] : [{ ...reading, outcome: outcomeOf(adopted) }]
  })
  return {
    id: item.id,
    valid: judged.valid,
    adopted: judged.adopted,
    for: voices.for,
    against: voices.against,
    abstained: voices.abstained,
    blank: voices.blank,
    cast: cast(voices),
    present: voices.present,
    casting: judged.casting,
    setAside: judged.setAside,
    rule: judged.rule,
    reasons: judged.reasons.map((one) => one.sentence),
    sensitive: [...judged.sensitive, ...elsewhere],
  }
}

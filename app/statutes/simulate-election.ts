import type { Ballot } from './election-round'
import { judgeElection, type TieRule } from './elections'
import { takesPart } from './attendance'
import type { RuleId } from './ruling'
import type { ScenarioElection } from './scenario-schema'
import type { Unit } from './schema'
import type { Moment, SimulatedSession } from './simulate-session'
import { rightsById } from './voting-rights'

export interface ElectionAnswer {
  id: string
  valid: boolean
  elected: string | null
  round: number | null
  tie: TieRule | null
  votes: Record<string, number>[]
  setAside: string[]
  rule: RuleId
  reasons: string[]
  sensitive: []
}

type Weight = Record<Unit, number>

function ballotsOf(
  { rights }: SimulatedSession,
  { attendance, roll }: Moment,
  item: ScenarioElection,
): { ballots: Ballot[]; setAside: string[] } {
  const byId = rightsById(rights)
  const setAside = new Set<string>()
  const weigh = (ids: readonly string[]): Weight => {
    const sum: Weight = { voices: 0, members: 0 }
    for (const id of ids) {
      const right = byId.get(id)
      if (takesPart(right, attendance)) {
        sum.voices += right.voices
        sum.members += 1
      } else setAside.add(id)
    }
    return sum
  }
  const { voices, members } = roll.whole
  const present = { voices: voices.present, members: members.present }
  const all = { voices: voices.all, members: members.all }
  const ballots = item.rounds.map((round): Ballot => {
    const votes = new Map(Object.entries(round.ballots).map(([candidate, ids]) => [candidate, weigh(ids)]))
    return { votes, blank: weigh(round.blank), present, all }
  })
  return { ballots, setAside: [...setAside] }
}

/** Elections show voices whatever the unit that decides; only a valid assembly elects. */
export function simulateElection(session: SimulatedSession, index: number, item: ScenarioElection): ElectionAnswer {
  const { statutes, scenario } = session
  const moment = session.moments[index] ?? session.opening
  const { quorum } = moment
  const { ballots, setAside } = ballotsOf(session, moment, item)
  const born = new Map(scenario.members.map((member) => [member.id, member.born]))
  const ruling = judgeElection({ statutes, office: item.office, ballots, born })
  const { elected, round, tie } = quorum.met ? ruling : { elected: null, round: null, tie: null }
  return {
    id: item.id,
    valid: quorum.met,
    elected,
    round,
    tie,
    votes: ballots.map(({ votes }) =>
      Object.fromEntries([...votes].map(([candidate, weight]) => [candidate, weight.voices])),
    ),
    setAside,
    rule: ruling.rule,
    reasons: (quorum.met ? ruling : quorum).reasons.map((one) => one.sentence),
    sensitive: [],
  }
}

import { attendanceAt, type Attendance } from './attendance'
import { judgeProxies, type ProxyRuling } from './proxies'
import { judgeQuorum, type QuorumRuling } from './quorum'
import type { Scenario } from './scenario-schema'
import type { Statutes } from './schema'
import { rollCall, type Roll } from './tally'
import { votingRights, type VotingRight } from './voting-rights'

/** Who is there at one moment of the meeting, and whether the assembly holds. */
export interface Moment {
  attendance: Attendance
  roll: Roll
  quorum: QuorumRuling
}

/** One meeting as the statutes see it: rights, proxies, the opening, and the moment of each item's vote. */
export interface SimulatedSession {
  statutes: Statutes
  scenario: Scenario
  rights: VotingRight[]
  proxies: ProxyRuling[]
  opening: Moment
  moments: Moment[]
}

export function openSession(scenario: Scenario, statutes: Statutes): SimulatedSession {
  const { meeting, present } = scenario
  const rights = votingRights(statutes, scenario.members, meeting)
  const proxies = judgeProxies(statutes, meeting.body, rights, present, scenario.proxies)
  const accepted = proxies.filter((proxy) => proxy.accepted)
  const gone = new Set<string>()
  const momentNow = (): Moment => {
    const attendance = attendanceAt(present, accepted, gone)
    const quorum = judgeQuorum(statutes, meeting.body, meeting.session, rights, attendance)
    return { attendance, roll: rollCall(rights, attendance), quorum }
  }
  const opening = momentNow()
  let moment = opening
  // Who left stays away: a new moment only where somebody leaves.
  const moments = scenario.items.map((item) => {
    if (item.gone?.length) {
      item.gone.forEach((id) => gone.add(id))
      moment = momentNow()
    }
    return moment
  })
  return { statutes, scenario, rights, proxies, opening, moments }
}

/** The same meeting where only the quorum is read otherwise: same rights, same people there. */
export function withOtherQuorum(session: SimulatedSession, statutes: Statutes): SimulatedSession {
  const { body, session: number } = session.scenario.meeting
  const judged = new Map<Moment, Moment>()
  const again = (moment: Moment): Moment => {
    const known = judged.get(moment)
    if (known) return known
    const other = { ...moment, quorum: judgeQuorum(statutes, body, number, session.rights, moment.attendance) }
    judged.set(moment, other)
    return other
  }
  return { ...session, statutes, opening: again(session.opening), moments: session.moments.map(again) }
}

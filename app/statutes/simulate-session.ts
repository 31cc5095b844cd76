import { attendanceAt, type Attendance } from './attendance'
import { judgeProxies, type ProxyRuling } from './proxies'
import type { Scenario } from './scenario-schema'
import type { Statutes } from './schema'
import { votingRights, type VotingRight } from './voting-rights'

/** One meeting as the statutes see it: rights, proxies, and who is there at each moment. */
export interface SimulatedSession {
  statutes: Statutes
  scenario: Scenario
  rights: VotingRight[]
  proxies: ProxyRuling[]
  accepted: ProxyRuling[]
  /** Who is there at the vote of each item; `gone` lasts. */
  attendance: Attendance[]
}

export function openSession(scenario: Scenario, statutes: Statutes): SimulatedSession {
  const { meeting, present } = scenario
  const rights = votingRights(statutes, scenario.members, meeting)
  const proxies = judgeProxies(statutes, meeting.body, rights, present, scenario.proxies)
  const accepted = proxies.filter((proxy) => proxy.accepted)
  const gone = new Set<string>()
  const attendance = scenario.items.map((item) => {
    item.gone?.forEach((id) => gone.add(id))
    return attendanceAt(present, accepted, gone)
  })
  return { statutes, scenario, rights, proxies, accepted, attendance }
}

import { judgeNotice } from './notice'
import type { Scenario } from './scenario-schema'
import type { Statutes } from './schema'
import { simulateElection, type ElectionAnswer } from './simulate-election'
import { simulateVote, type VoteAnswer } from './simulate-vote'
import { otherReadings } from './simulate-readings'
import { openSession } from './simulate-session'
import { electorate } from './voting-rights'

export interface RulingAnswer {
  format: 'cpts-ruling/1'
  convocation: { lawful: boolean; lastSendingDay: string; reasons: string[] }
  electorate: { members: number; voices: number }
  proxies: { from: string; to: string; accepted: boolean; rule: string; reason: string }[]
  quorum: {
    met: boolean
    counted: number
    required: number
    base: number
    unit: string
    among?: string[]
    rule: string
    reasons: string[]
  }
  items: (VoteAnswer | ElectionAnswer)[]
}

/** What these statutes say of this meeting: `cpts-ruling/1`. The scenario and the statutes have been checked before. */
export function simulate(scenario: Scenario, statutes: Statutes): RulingAnswer {
  const session = openSession(scenario, statutes)
  const notice = judgeNotice({ statutes, ...scenario.meeting })
  const { met, counted, required, base, unit, among, rule, reasons } = session.opening.quorum
  const readings = otherReadings(session)
  return {
    format: 'cpts-ruling/1',
    convocation: {
      lawful: notice.ruling.outcome === 'lawful',
      lastSendingDay: notice.lastSendingDay,
      reasons: notice.ruling.reasons.map((one) => one.sentence),
    },
    electorate: electorate(session.rights),
    proxies: session.proxies.map((one) => ({ ...one, reason: one.reason.sentence })),
    quorum: {
      met,
      counted,
      required,
      base,
      unit,
      ...(among ? { among } : {}),
      rule,
      reasons: reasons.map((one) => one.sentence),
    },
    items: scenario.items.map((item, index) =>
      item.kind === 'election' ? simulateElection(session, index, item) : simulateVote(session, index, item, readings),
    ),
  }
}

import { readEffect } from '~/meetings/effect'
import type { MeetingFacts } from '~/meetings/session/facts.server'
import { countedAttendance } from '~/meetings/session/quorum.server'
import { majorityRequirements } from '~/statutes/majority-requirements'
import type { MajorityRequirement } from '~/statutes/schema'
import { tallyTotals, type Tally } from '~/statutes/tally'
import type { Count } from './box/box'
import { addTotals, noTotals } from './choices'
import { judgeAdmissionVote } from './judge-admission-vote'
import { judgeMajorityVote } from './judge-majority-vote'
import { judgeUnanimousVote } from './judge-unanimous-vote'
import type { ManualCount } from './manual-count'
import type { Outcome } from './outcome'

/** A ballot that is over, and the session in which it was held. */
export type CountedBallot = {
  facts: MeetingFacts
  resolution: { id: string; kind: 'RESOLUTION' | 'UNANIMITY'; among: string[]; secret: boolean; effect?: unknown }
  /** whose majority applies, as judged with the quorum when the ballot was opened (13.2-e) */
  firstQuorumMet: boolean
  count: Count
  manual: ManualCount | null
}

/** The outcome, and whether a secret tie asks for one more ballot (4.23). */
export type Judged = { outcome: Outcome; secretTie: boolean }

/** The majority that a vote of this session must reach. */
export function requirementsOf(facts: MeetingFacts, firstQuorumMet: boolean): readonly MajorityRequirement[] {
  const { meeting, statutes } = facts
  return majorityRequirements(statutes, meeting.body, meeting.session === 2 ? 2 : 1, firstQuorumMet)
}

/** 6.2-a: the Bureau admits by unanimity; another body, by its own majority. */
export function asksBureauUnanimity(meeting: { body: string }, resolution: { effect?: unknown }): boolean {
  return meeting.body === 'bureau' && readEffect(resolution.effect).kind === 'admit-active'
}

/** 13.2-d, 13.3-c, 13.2-e, 6.1-c, 6.2-a: what the statutes make of a count. */
export function judgeBallot(ballot: CountedBallot): Judged {
  const tally = tallyOf(ballot)
  if (asksBureauUnanimity(ballot.facts.meeting, ballot.resolution)) return judgeAdmissionVote(ballot, tally)
  return ballot.resolution.kind === 'UNANIMITY' ? judgeUnanimousVote(ballot, tally) : judgeMajorityVote(ballot, tally)
}

/** The box and the typed count together. Who voted was there, even if he has left since. */
function tallyOf({ facts, resolution, count, manual }: CountedBallot): Tally {
  const counted = countedAttendance(facts, resolution.id)
  const attendance = {
    present: new Set([...counted.present, ...count.voters.map(({ memberId }) => memberId)]),
    represented: counted.represented,
  }
  // papers give one unit: the rules then look at no other
  const typed = (unit: 'voices' | 'members') => manual?.[unit] ?? manual?.[manual.unit] ?? noTotals()
  const totals = {
    voices: addTotals(count.totals.voices, typed('voices')),
    members: addTotals(count.totals.members, typed('members')),
  }
  return tallyTotals(facts.rights, attendance, totals, count.byCategory)
}

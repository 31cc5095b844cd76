import { filePart, readEffect } from '~/effects'
import type { MeetingFacts } from '~/meetings/session/facts.server'
import { majorityRequirements } from '~/statutes/majority-requirements'
import type { MajorityRequirement } from '~/statutes/schema'
import type { Count } from './box/box'
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
  /** members whom a vote on a person involves; empty for any other vote */
  involved: ReadonlySet<string>
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
  return meeting.body === 'bureau' && filePart(readEffect(resolution.effect).kind)?.bureauUnanimity === true
}

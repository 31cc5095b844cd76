import { judgeRequirement, type RequirementRuling } from './requirement'
import type { RuleId } from './ruling'
import type { BodyKey, MajorityRequirement, Statutes } from './schema'
import type { Session } from './quorum'
import { countsAmong, type Counts, type Tally } from './tally'

/** Votes cast: for and against, blanks and abstentions left out. */
export function cast(counts: Counts): number {
  return counts.for + counts.against
}

function baseOf(counts: Counts, of: MajorityRequirement['of']): number {
  if (of === 'present' || of === 'all') return counts[of]
  return of === 'cast' ? cast(counts) : cast(counts) + counts.abstained + counts.blank
}

export function majorityRule(body: BodyKey, session: Session, firstQuorumMet: boolean): RuleId {
  if (body === 'bureau') return '8.3-a'
  if (body === 'age') return '13.3-c'
  return session === 2 && !firstQuorumMet ? '13.2-e' : '13.2-d'
}

/** A second session has its own majority, but where the first session's quorum is met the first session's applies. */
export function majorityRequirements(
  statutes: Statutes,
  body: BodyKey,
  session: Session,
  firstQuorumMet: boolean,
): readonly MajorityRequirement[] {
  const { majority, secondSession } = statutes.bodies[body]
  return session === 2 && secondSession && !firstQuorumMet ? secondSession.majority : majority
}

export function judgeMajority(requirements: readonly MajorityRequirement[], tally: Tally): RequirementRuling[] {
  return requirements.map((requirement) => {
    const counts = countsAmong(tally, requirement.unit, requirement.among)
    // « relative » is always more for than against.
    const part = requirement.relative ? counts.for : counts[requirement.share]
    return judgeRequirement(
      requirement,
      { part, base: baseOf(counts, requirement.of), opposed: counts.against },
      requirement.unit,
    )
  })
}

import type { Db, Tx } from '~/platform/db.server'
import { judgeQuorum, type QuorumRuling, type Session } from '~/statutes/quorum'
import { countedOf, rollOf, type Attendance, type Part, type Roll } from '~/statutes/attendance'
import { meetingFacts, type MeetingFacts } from './facts.server'

export type { QuorumRuling } from '~/statutes/quorum'

/**
 * Who takes part at this moment, and who of them counts: those present (by video only where the article of `remoteVote` counts
 * them), those whose holder is, and those who voted on line: for the resolution at hand, else for any.
 */
export function rollAt(facts: MeetingFacts, resolutionId?: string): Roll {
  return rollOf({
    present: facts.present.map(({ memberId, mode }) => ({ id: memberId, video: mode === 'VIDEO' })),
    represented: facts.represented.map(({ giverId, holderId }) => ({ from: giverId, to: holderId })),
    online: facts.online
      .filter((vote) => !resolutionId || vote.resolutionId === resolutionId)
      .map((vote) => vote.memberId),
    afarCounts: facts.statutes.bodies[facts.meeting.body].remoteVote?.countsInQuorum ?? false,
  })
}

export const countedAttendance = (facts: MeetingFacts, resolutionId?: string): Attendance =>
  countedOf(rollAt(facts, resolutionId))

/** 13.2-c, 13.3-b, 8.3-a, and 13.2-e in a second session (`basis` tells whose majority applies). */
export function quorumOf(facts: MeetingFacts, resolutionId?: string): QuorumRuling {
  const session: Session = facts.meeting.session === 2 ? 2 : 1
  return judgeQuorum(facts.statutes, facts.meeting.body, session, facts.rights, countedAttendance(facts, resolutionId))
}

/** The quorum at this moment; with a resolution, at its vote. Take `lockMeeting` first to decide from it. */
export async function currentQuorum(tx: Db | Tx, meetingId: string, resolutionId?: string): Promise<QuorumRuling> {
  return quorumOf(await meetingFacts(tx, meetingId), resolutionId)
}

/**
 * The ruling as plain JSON, to be kept with the act that it allowed or refused, with those who take part without being there: who
 * is there has signed.
 */
export function storedQuorum(quorum: QuorumRuling, facts: MeetingFacts, resolutionId?: string) {
  const { reasons, requirements, ...figures } = quorum
  const roll = [...rollAt(facts, resolutionId)]
  const idsOf = (sought: Part) => roll.filter(([, { part }]) => part === sought).map(([id]) => id)
  return {
    ...figures,
    reasons: reasons.map((reason) => ({ ...reason })),
    requirements: requirements.map((one) => ({ ...one })),
    away: { represented: idsOf('represented'), online: idsOf('online') },
  }
}

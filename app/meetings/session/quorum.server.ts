import type { Db, Tx } from '~/platform/db.server'
import { judgeQuorum, type QuorumRuling, type Session } from '~/statutes/quorum'
import type { Attendance } from '~/statutes/attendance'
import { meetingFacts, type MeetingFacts } from './facts.server'

export type { QuorumRuling } from '~/statutes/quorum'

/**
 * Who counts at this moment: those present (by video only where the article of `remoteVote` counts them), those whose
 * holder counts, and those who voted on line where their article says so: for the resolution at hand, else for any.
 */
export function countedAttendance(facts: MeetingFacts, resolutionId?: string): Attendance {
  const remote = facts.statutes.bodies[facts.meeting.body].remoteVote
  const present = new Set(
    facts.present.filter(({ mode }) => mode === 'IN_PERSON' || remote?.countsInQuorum).map(({ memberId }) => memberId),
  )
  const represented = new Set(
    facts.represented.filter(({ holderId }) => present.has(holderId)).map(({ giverId }) => giverId),
  )
  if (remote?.countsInQuorum)
    for (const vote of facts.online) if (!resolutionId || vote.resolutionId === resolutionId) present.add(vote.memberId)
  return { present, represented }
}

/** 13.2-c, 13.3-b, 8.3-a, and 13.2-e in a second session (`basis` tells whose majority applies). */
export function quorumOf(facts: MeetingFacts, resolutionId?: string): QuorumRuling {
  const session: Session = facts.meeting.session === 2 ? 2 : 1
  return judgeQuorum(facts.statutes, facts.meeting.body, session, facts.rights, countedAttendance(facts, resolutionId))
}

/** The quorum at this moment; with a resolution, at its vote. Take `lockMeeting` first to decide from it. */
export async function currentQuorum(tx: Db | Tx, meetingId: string, resolutionId?: string): Promise<QuorumRuling> {
  return quorumOf(await meetingFacts(tx, meetingId), resolutionId)
}

/** The ruling as plain JSON, to be kept with the act that it allowed or refused. */
export function storedQuorum(quorum: QuorumRuling) {
  const { reasons, requirements, ...figures } = quorum
  return {
    ...figures,
    reasons: reasons.map((reason) => ({ ...reason })),
    requirements: requirements.map((one) => ({ ...one })),
  }
}

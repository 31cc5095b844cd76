import type { Tx } from '~/platform/db.server'
import { publish } from '~/platform/live.server'
import { meetingFacts, meetingTopic } from './facts.server'
import { quorumOf, type QuorumRuling } from './quorum.server'

/**
 * Tells the live pages who is there now and where the quorum stands; call it last in the transaction that changed it
 * (an arrival, a departure, a proxy during the session).
 */
export async function publishAttendance(tx: Tx, meetingId: string): Promise<QuorumRuling> {
  const facts = await meetingFacts(tx, meetingId)
  const quorum = quorumOf(facts)
  const { met, counted, required, base, unit } = quorum
  await publish(tx, meetingTopic(meetingId), 'attendance', {
    present: facts.present.length,
    represented: facts.represented.length,
    met,
    counted,
    required,
    base,
    unit,
  })
  return quorum
}

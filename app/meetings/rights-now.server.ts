import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import { draftElectorate, latestElectorate, type Elector } from './electorate.server'

/**
 * The rights that count now. Once the session is open, those frozen at its opening. Before, those of the convocation, and for whom
 * something has changed since (an event of membership, dues settled or no more where the statutes ask for them) those that he
 * would have on the day of the meeting as things stand.
 */
export async function rightsNow(tx: Db | Tx, meeting: Meeting): Promise<Elector[]> {
  const frozen = await latestElectorate(tx, meeting.id)
  if (meeting.state !== 'CONVENED') return frozen
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  const asksDues = statutes.votingRight.unpaidDues !== 'votes'
  const events = await eventsSince(tx, meeting, frozen)
  if (events.size === 0 && !asksDues) return frozen
  const { body, statutesId } = meeting
  const now = await draftElectorate(tx, { body, date: isoDate(meeting.date), statutesId })
  const known = new Map(now.map((right) => [right.id, right]))
  return frozen.map((right) => {
    const current = known.get(right.id)
    if (events.has(right.id)) return current ?? { ...right, mayVote: false, attends: false }
    return asksDues && current && current.duesOk !== right.duesOk ? current : right
  })
}

/** The members for whom an event (left, suspended, of another category) was recorded since the convocation. */
async function eventsSince(tx: Db | Tx, meeting: Meeting, frozen: readonly Elector[]): Promise<Set<string>> {
  const since = meeting.convenedAt ?? meeting.createdAt
  const events = await tx.memberEvent.findMany({
    where: { memberId: { in: frozen.map(({ id }) => id) }, recordedAt: { gte: since } },
    select: { memberId: true },
    distinct: ['memberId'],
  })
  return new Set(events.map(({ memberId }) => memberId))
}

import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import type { Db, Tx } from '~/platform/db.server'
import { mayHoldFor, type Proxy, type ProxyRuling } from '~/statutes/proxies'
import type { Reason } from '~/statutes/ruling'
import type { Statutes } from '~/statutes/schema'
import { isoDate } from '~/platform/dates'
import { draftElectorate, latestElectorate, type Elector } from '../electorate.server'

export const LIVE = ['OFFERED', 'ACCEPTED'] as const

/** All that judging a proxy needs: rights, live proxies (an offer keeps its place until answered), and who is in the room. */
export type ProxyFacts = {
  statutes: Statutes
  meeting: Meeting
  /** as frozen; before the session, but for those whose membership has changed since: as it stands for that day */
  rights: Elector[]
  live: (Proxy & { id: string; state: 'OFFERED' | 'ACCEPTED' })[]
  /** null before the session: nobody is there yet */
  present: string[] | null
}

/** Read inside the transaction that writes, after `lockMeeting`, so that two offers cannot both find the last place. */
export async function proxyFacts(tx: Db | Tx, meeting: Meeting): Promise<ProxyFacts> {
  const open = meeting.state === 'OPEN'
  const [{ statutes }, rights, live, presences] = await Promise.all([
    statutesVersion(tx, meeting.statutesId),
    open ? latestElectorate(tx, meeting.id) : rightsToday(tx, meeting),
    tx.proxy.findMany({ where: { meetingId: meeting.id, state: { in: [...LIVE] } }, orderBy: { order: 'asc' } }),
    open ? tx.presence.findMany({ where: { meetingId: meeting.id, present: true }, select: { memberId: true } }) : null,
  ])
  return {
    statutes,
    meeting,
    rights,
    live: live.map(({ id, giverId, holderId, state }) => ({
      id,
      from: giverId,
      to: holderId,
      state: state === 'ACCEPTED' ? 'ACCEPTED' : 'OFFERED',
    })),
    present: presences && presences.map(({ memberId }) => memberId),
  }
}

/** The rights that were frozen, and for whom an event was recorded since (left, suspended, of another category) those of now. */
async function rightsToday(tx: Db | Tx, meeting: Meeting): Promise<Elector[]> {
  const frozen = await latestElectorate(tx, meeting.id)
  const since = meeting.convenedAt ?? meeting.createdAt
  const events = await tx.memberEvent.findMany({
    where: { memberId: { in: frozen.map(({ id }) => id) }, recordedAt: { gte: since } },
    select: { memberId: true },
    distinct: ['memberId'],
  })
  if (events.length === 0) return frozen
  const { body, statutesId } = meeting
  const now = await draftElectorate(tx, { body, date: isoDate(meeting.date), statutesId })
  const known = new Map(now.map((right) => [right.id, right]))
  const changed = new Set(events.map(({ memberId }) => memberId))
  return frozen.map((right) =>
    changed.has(right.id) ? (known.get(right.id) ?? { ...right, mayVote: false, attends: false }) : right,
  )
}

/** 6.1-d, 6.2-c: may the holder take this proxy beside the live ones? The reason names people, not identifiers. */
export function judgeProxy(facts: ProxyFacts, proxy: Proxy): ProxyRuling {
  const { statutes, meeting, rights, live, present } = facts
  const others = live.filter(({ from, to }) => !(from === proxy.from && to === proxy.to))
  const ruling = mayHoldFor(statutes, meeting.body, rights, others, proxy, present)
  return { ...ruling, reason: readable(ruling.reason, rights) }
}

/** Labels in place of ids in the figures of a reason. */
function readable(reason: Reason, rights: readonly Elector[]): Reason {
  const labelOf = (id: unknown) => rights.find((right) => right.id === id)?.label
  const figures = Object.entries(reason.figures).map(([key, figure]) => [key, labelOf(figure) ?? figure] as const)
  return { ...reason, figures: Object.fromEntries(figures) }
}

import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import type { Db, Tx } from '~/platform/db.server'
import { mayHoldFor, type Proxy, type ProxyRuling } from '~/statutes/proxies'
import type { Reason } from '~/statutes/ruling'
import type { Statutes } from '~/statutes/schema'
import type { Elector } from '../electorate.server'
import { rightsNow } from '../rights-now.server'

export const LIVE = ['OFFERED', 'ACCEPTED'] as const

/** All that judging a proxy needs: rights, live proxies (an offer keeps its place until answered), and who is in the room. */
export type ProxyFacts = {
  statutes: Statutes
  meeting: Meeting
  /** see `rightsNow` */
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
    rightsNow(tx, meeting),
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

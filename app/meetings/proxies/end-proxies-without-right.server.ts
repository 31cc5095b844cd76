import type { Member } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { categoryLabel } from '~/members/register/category-label'
import type { Context, SystemContext } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { plainDate, ofName } from '~/statutes/french'
import type { Statutes } from '~/statutes/schema'
import { endProxy, PARTIES } from './end-proxy.server'
import { judgeProxy, LIVE, proxyFacts } from './proxy-book.server'

/** What changed, where it is not the category or a suspension: after the one who gave or held, and to both parties. */
export type Lost = { became: string; changed: (label: string) => string }

type Changed = Pick<Member, 'id' | 'label' | 'category' | 'suspendedFrom' | 'suspendedUntil'>

/**
 * 6.1-d, 6.2-c, 6.3-a, 6.4-c: a member of another category, suspended, or without the dues that his vote asks for, may no more give or hold what he gave or held. Judges
 * again the proxies of the meetings convened and not yet open, ends those that could not be given today, and tells both parties
 * why; an open session keeps the rights frozen at its opening. Call it once the event is recorded, under `lockRunningMeetings`.
 * Returns how many proxies ended.
 */
export async function endProxiesWithoutRight(
  tx: Tx,
  ctx: Context | SystemContext,
  memberId: string,
  lost?: Lost,
): Promise<number> {
  const parties = { OR: [{ giverId: memberId }, { holderId: memberId }], state: { in: [...LIVE] } }
  const meetings = await tx.meeting.findMany({
    where: { state: 'CONVENED', proxies: { some: parties } },
    orderBy: { id: 'asc' },
  })
  if (meetings.length === 0) return 0
  const member = await tx.member.findUniqueOrThrow({ where: { id: memberId } })
  let ended = 0
  for (const meeting of meetings) {
    const { statutes } = await statutesVersion(tx, meeting.statutesId)
    const where = { ...parties, meetingId: meeting.id }
    const live = await tx.proxy.findMany({ where, include: PARTIES, orderBy: { order: 'asc' } })
    for (const proxy of live) {
      const facts = await proxyFacts(tx, meeting)
      const ruling = judgeProxy(facts, { from: proxy.giverId, to: proxy.holderId })
      if (ruling.accepted) continue
      const who = proxy.giverId === memberId ? 'celui qui l’avait donné' : 'celui qui le détenait'
      const on = isoDate(meeting.date)
      await endProxy(tx, ctx, meeting, proxy, {
        memberId,
        endReason: `${who} ${lost?.became ?? became(statutes, member, on)}`,
        why: lost?.changed(member.label) ?? `${whatChanged(statutes, member, on)} ${ruling.reason.sentence}`,
        votes: facts.rights.some(({ id, mayVote }) => id === proxy.giverId && mayVote),
      })
      ended += 1
    }
  }
  return ended
}

const isSuspended = ({ suspendedFrom, suspendedUntil }: Changed, on: string): boolean =>
  suspendedFrom !== null && isoDate(suspendedFrom) <= on && (suspendedUntil === null || on <= isoDate(suspendedUntil))

const became = (statutes: Statutes, member: Changed, on: string): string =>
  isSuspended(member, on) ? 'est suspendu' : `est devenu ${categoryLabel(statutes, member.category)}`

function whatChanged(statutes: Statutes, member: Changed, on: string): string {
  if (!isSuspended(member, on)) return `${member.label} est désormais ${categoryLabel(statutes, member.category)}.`
  const end = member.suspendedUntil ? ` jusqu’au ${plainDate(isoDate(member.suspendedUntil))}` : ''
  return `Les droits ${ofName(member.label)} sont suspendus${end}.`
}

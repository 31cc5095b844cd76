import type { Db, Tx } from '~/platform/db.server'
import { parisParts } from '~/ui/format'
import { latestElectorate } from '~/meetings/electorate.server'
import type { MinutesAttendee } from '../body'

const hour = (at: Date) => {
  const { hour, minute } = parisParts(at)
  return `${hour} h ${minute}`
}

/** Each member's part in the session: hours of arrival and departure, who came for a body, by whom he was represented. */
export async function attendeeFacts(
  tx: Db | Tx,
  meetingId: string,
  categoryLabel: (key: string) => string,
): Promise<MinutesAttendee[]> {
  const electors = await latestElectorate(tx, meetingId)
  const events = await tx.attendanceEvent.findMany({ where: { meetingId }, orderBy: { id: 'asc' } })
  const proxies = await tx.proxy.findMany({
    where: { meetingId, state: 'ACCEPTED' },
    select: { giverId: true, holderId: true, holder: { select: { label: true } } },
  })
  const byMember = groupBy(events)
  const holders = new Map(proxies.map((proxy) => [proxy.giverId, proxy]))
  return electors
    .filter(({ convened }) => convened)
    .map((elector) => {
      const own = byMember.get(elector.id) ?? []
      const arrived = own.find(({ kind }) => kind === 'ARRIVED')
      const proxy = holders.get(elector.id)
      const held = proxy && byMember.has(proxy.holderId)
      return {
        memberId: elector.id,
        label: elector.label,
        category: categoryLabel(elector.category),
        voices: elector.voices,
        mayVote: elector.mayVote,
        status: arrived ? (arrived.mode === 'VIDEO' ? 'video' : 'present') : held ? 'represented' : 'absent',
        hours: own.map(({ kind, at }) => `${kind === 'ARRIVED' ? 'arrivée' : 'départ'} ${hour(at)}`).join(', '),
        representative: own.findLast(({ representative }) => representative !== null)?.representative ?? null,
        holder: held && !arrived ? proxy.holder.label : null,
        signature: own.find(({ signature }) => signature !== null)?.signature ?? null,
      }
    })
}

function groupBy<E extends { memberId: string }>(events: E[]): Map<string, E[]> {
  const groups = new Map<string, E[]>()
  for (const event of events) groups.set(event.memberId, [...(groups.get(event.memberId) ?? []), event])
  return groups
}

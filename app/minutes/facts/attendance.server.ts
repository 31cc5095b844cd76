import type { AttendanceKind } from '~/generated/prisma/client'
import type { Db, Tx } from '~/platform/db.server'
import { parisParts } from '~/ui/format'
import { latestElectorate } from '~/meetings/electorate.server'
import { meetingFacts } from '~/meetings/session/facts.server'
import { rollAt } from '~/meetings/session/quorum.server'
import { byName } from '~/statutes/french'
import type { MinutesAttendee } from '../body'
import { notedEvents } from './noted-presence.server'
import { quorumFigures } from './quorum-words'

const hour = (at: Date) => {
  const { hour, minute } = parisParts(at)
  return `${hour} h ${minute}`
}

/**
 * Each member's part in the session: hours of arrival and departure, who came for a body, by whom he was represented, whether he
 * voted on line. Whoever counted at the opening or at a vote is here in the same part: both read what was kept with that act.
 */
export async function attendeeFacts(
  tx: Db | Tx,
  meetingId: string,
  categoryLabel: (key: string) => string,
): Promise<MinutesAttendee[]> {
  const electors = await latestElectorate(tx, meetingId)
  const events = await tx.attendanceEvent.findMany({ where: { meetingId }, orderBy: { id: 'asc' } })
  const noted = await notedEvents(tx, meetingId)
  const proxies = await tx.proxy.findMany({
    where: { meetingId, state: { in: ['ACCEPTED', 'ENDED'] } },
    select: { giverId: true, holder: { select: { label: true } } },
    orderBy: { order: 'asc' },
  })
  const byMember = groupBy(events)
  const holders = new Map(proxies.map(({ giverId, holder }) => [giverId, holder.label]))
  const away = await awayFacts(tx, meetingId)
  return electors
    .filter(({ convened }) => convened)
    .map((elector) => {
      const own = byMember.get(elector.id) ?? []
      const arrived = own.find(({ kind }) => kind === 'ARRIVED')
      const status = arrived ? (arrived.mode === 'VIDEO' ? 'video' : 'present') : (away.get(elector.id) ?? 'absent')
      return {
        memberId: elector.id,
        label: elector.label,
        category: categoryLabel(elector.category),
        voices: elector.voices,
        mayVote: elector.mayVote,
        status,
        hours: own.map((event) => passage(event, noted.get(event.id))).join(', '),
        representative: own.findLast(({ representative }) => representative !== null)?.representative ?? null,
        holder: status === 'represented' ? (holders.get(elector.id) ?? null) : null,
        signature: own.find(({ signature }) => signature !== null)?.signature ?? null,
      }
    })
}

/** Who took part without being there, as kept with the opening and with each vote; before the opening, as it stands. */
async function awayFacts(tx: Db | Tx, meetingId: string): Promise<Map<string, 'represented' | 'online'>> {
  const { openingQuorum, resolutions } = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: { openingQuorum: true, resolutions: { select: { quorum: true } } },
  })
  const kept = [openingQuorum, ...resolutions.map(({ quorum }) => quorum)].flatMap((stored) => {
    const read = quorumFigures.safeParse(stored)
    return read.success && read.data.away ? [read.data.away] : []
  })
  if (kept.length === 0) {
    const roll = rollAt(await meetingFacts(tx, meetingId))
    return new Map(
      [...roll].flatMap(([id, { part }]) => (part === 'represented' || part === 'online' ? [[id, part]] : [])),
    )
  }
  const ids = (part: 'represented' | 'online') => kept.flatMap((each) => each[part].map((id) => [id, part] as const))
  return new Map([...ids('online'), ...ids('represented')])
}

/** « arrivée 18 h 12 », « arrivée 18 h 12 (présence notée par Inès Baudry) ». */
function passage({ kind, at }: { kind: AttendanceKind; at: Date }, by: string | undefined): string {
  const [word, written] = kind === 'ARRIVED' ? ['arrivée', 'présence notée'] : ['départ', 'départ noté']
  return `${word} ${hour(at)}${by === undefined ? '' : ` (${written} ${byName(by)})`}`
}

function groupBy<E extends { memberId: string }>(events: E[]): Map<string, E[]> {
  const groups = new Map<string, E[]>()
  for (const event of events) groups.set(event.memberId, [...(groups.get(event.memberId) ?? []), event])
  return groups
}

import type { Temporal } from 'temporal-polyfill'
import { Prisma, type Resolution } from '~/generated/prisma/client'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { appendResolution } from './append.server'

const one = (id: string) => ({ where: { id }, select: { id: true } })

/** These resolutions are voted on line from now on. The caller holds the meeting and has opened their boxes. */
export async function markOnline(tx: Tx, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  await tx.resolution.updateMany({
    where: { id: { in: [...ids] } },
    data: { state: 'ONLINE', onlineFrom: dateFromInstant(now) },
  })
}

/** The session for which they were voted on line did not take place: they wait again. */
export async function putBackOnline(tx: Tx, meetingId: string): Promise<void> {
  await tx.resolution.updateMany({ where: { meetingId, state: 'ONLINE' }, data: { state: 'PENDING' } })
}

type Opened = Pick<Prisma.ResolutionUpdateInput, 'mode' | 'quorum' | 'videoVotes'>

/** The ballot of a resolution is open. The caller holds the meeting and has judged the quorum. */
export async function markOpen(tx: Tx, id: string, opened: Opened, now: Temporal.Instant): Promise<void> {
  await tx.resolution.update({ ...one(id), data: { ...opened, state: 'OPEN', openedAt: dateFromInstant(now) } })
}

type Decided = Required<Pick<Prisma.ResolutionUpdateInput, 'state' | 'outcome'>> &
  Pick<Prisma.ResolutionUpdateInput, 'quorum' | 'manualCount'>

/** What was decided of a resolution, once. The caller holds its ballot closed. */
export async function markDecided(tx: Tx, id: string, decided: Decided, now: Temporal.Instant): Promise<void> {
  await tx.resolution.update({ ...one(id), data: { ...decided, closedAt: dateFromInstant(now) } })
}

type Repeated = Pick<
  Resolution,
  'id' | 'meetingId' | 'agendaItemId' | 'title' | 'text' | 'kind' | 'among' | 'secret' | 'effect'
>

/**
 * The same text takes the next number of its meeting, to be voted once more: after a tie in a secret ballot (4.23 of the readings),
 * or a ballot that was annulled. Returns the new resolution's id.
 */
export async function addRepeat(tx: Tx, resolution: Repeated): Promise<string> {
  const { meetingId, agendaItemId, title, text, kind, among, secret, effect, id } = resolution
  return appendResolution(tx, {
    ...{ meetingId, agendaItemId, text, kind, among, secret, repeatsId: id },
    title: `${title} (nouveau scrutin)`,
    effect: effect ?? Prisma.DbNull,
  })
}

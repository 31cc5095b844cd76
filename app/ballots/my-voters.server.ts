import type { Resolution } from '~/generated/prisma/client'
import type { Db } from '~/platform/db.server'
import { ballotBox } from './box/ballot-box.server'

type Right = { memberId: string; voterId: string; voices: number; category: string }

/**
 * For whom these members may press in a ballot: themselves and their givers in the room, themselves alone on line; and
 * themselves when somebody has already voted for them. `standing` says whose vote stands when it is not theirs to cast.
 */
export async function votersOf(db: Db, resolution: Resolution, mine: readonly string[]) {
  const { id: resolutionId, meetingId, among, state } = resolution
  const rights = state === 'ONLINE' ? await rightsOnline(db, meetingId, mine) : await rightsInRoom(db, resolution, mine)
  const open = among.length === 0 ? rights : rights.filter(({ category }) => among.includes(category))
  const ids = [...new Set([...open.map(({ memberId }) => memberId), ...mine])]
  const [slips, members] = await Promise.all([
    ballotBox.used(db, { resolutionId, members: ids }),
    db.member.findMany({ where: { id: { in: ids } }, select: { id: true, label: true } }),
  ])
  const holders = await db.member.findMany({
    where: { id: { in: slips.map(({ voterId }) => voterId) } },
    select: { id: true, label: true },
  })
  const labelOf = (id: string) => [...members, ...holders].find((member) => member.id === id)?.label ?? ''
  const withoutRight = slips
    .filter(({ memberId }) => !open.some((right) => right.memberId === memberId))
    .map(({ memberId, voterId, voices, category }) => ({ memberId, voterId, voices, category }))
  return [...open, ...withoutRight]
    .map(({ memberId, voterId, voices }) => {
      const slip = slips.find((each) => each.memberId === memberId) ?? null
      const own = slip === null || mine.includes(slip.voterId)
      return {
        memberId,
        label: labelOf(memberId),
        voices,
        byProxy: memberId !== voterId && !mine.includes(memberId),
        mayCast: own && open.some((right) => right.memberId === memberId),
        standing: own ? null : labelOf(slip.voterId),
        slip,
      }
    })
    .sort((one, other) => Number(one.byProxy) - Number(other.byProxy) || one.label.localeCompare(other.label, 'fr'))
}

async function rightsOnline(db: Db, meetingId: string, mine: readonly string[]): Promise<Right[]> {
  const rows = await db.electorateEntry.findMany({
    where: { meetingId, stage: 'CONVOCATION', memberId: { in: [...mine] }, mayVote: true },
    select: { memberId: true, voices: true, category: true },
  })
  return rows.map((row) => ({ ...row, voterId: row.memberId }))
}

/** By the same rule as the statement that receives the votes: present, by video where the ballot takes it. */
async function rightsInRoom(db: Db, { meetingId, videoVotes }: Resolution, mine: readonly string[]): Promise<Right[]> {
  return db.$queryRaw<Right[]>`
    SELECT r."memberId", r."voterId", r."voices", r."category" FROM "RoomRight" r
      JOIN "Presence" p ON p."meetingId" = r."meetingId" AND p."memberId" = r."voterId"
     WHERE r."meetingId" = ${meetingId}::uuid AND r."voterId" = ANY (${[...mine]}::uuid[])
       AND (${videoVotes} OR p."mode" = 'IN_PERSON')`
}

import type { Db, Tx } from '~/platform/db.server'

export type ArrivalNotes = {
  /** label of the holder whose proxy ended when this member came */
  proxyEnded: string | null
  /** open ballots in which his holder has voted for him already: that vote stands, his own works from the next one */
  standing: { number: number; title: string }[]
  /** ballots not over in which he voted on line before he came: that vote counts, once */
  votedOnline: { number: number; title: string }[]
  /** labels of those whom he represents while he is there */
  represents: string[]
}

/** What a member must be told when he comes in (4.44): his proxy is over, and which votes were already cast, for him or by himself. */
export async function arrivalNotes(tx: Db | Tx, meetingId: string, memberId: string): Promise<ArrivalNotes> {
  const presence = await tx.presence.findUnique({ where: { meetingId_memberId: { meetingId, memberId } } })
  if (!presence?.present) return { proxyEnded: null, standing: [], votedOnline: [], represents: [] }
  const ended = await tx.proxy.findFirst({
    where: { meetingId, giverId: memberId, state: 'ENDED', endedAt: { gte: presence.since } },
    select: { holder: { select: { label: true } } },
    orderBy: { order: 'desc' },
  })
  const standing = await tx.resolution.findMany({
    where: { meetingId, state: 'OPEN', slips: { some: { memberId, cast: true, voterId: { not: memberId } } } },
    select: { number: true, title: true },
    orderBy: { number: 'asc' },
  })
  const votedOnline = await tx.resolution.findMany({
    where: { meetingId, state: { in: ['ONLINE', 'OPEN'] }, slips: { some: { memberId, cast: true, online: true } } },
    select: { number: true, title: true },
    orderBy: { number: 'asc' },
  })
  const held = await tx.proxy.findMany({
    where: { meetingId, holderId: memberId, state: 'ACCEPTED' },
    select: { giver: { select: { label: true } } },
    orderBy: { order: 'asc' },
  })
  const represents = held.map(({ giver }) => giver.label)
  return { proxyEnded: ended?.holder.label ?? null, standing, votedOnline, represents }
}

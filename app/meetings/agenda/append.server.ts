import type { Prisma } from '~/generated/prisma/client'
import type { Tx } from '~/platform/db.server'

type NewItem = Omit<Prisma.AgendaItemUncheckedCreateInput, 'position'>
type NewResolution = Omit<Prisma.ResolutionUncheckedCreateInput, 'number'>

/** Writes a point at the end of an agenda; whoever calls holds the meeting. Returns its id. */
export async function appendItem(tx: Tx, item: NewItem): Promise<string> {
  const { _max } = await tx.agendaItem.aggregate({ where: { meetingId: item.meetingId }, _max: { position: true } })
  const data = { ...item, position: (_max.position ?? 0) + 1 }
  return (await tx.agendaItem.create({ data, select: { id: true } })).id
}

/**
 * Writes a resolution with the number that follows the last one of its agenda; whoever calls holds the meeting, and numbers again
 * where the point is not the last. Returns its id.
 */
export async function appendResolution(tx: Tx, resolution: NewResolution): Promise<string> {
  const { meetingId } = resolution
  const { _max } = await tx.resolution.aggregate({ where: { meetingId }, _max: { number: true } })
  const data = { ...resolution, number: (_max.number ?? 0) + 1 }
  return (await tx.resolution.create({ data, select: { id: true } })).id
}

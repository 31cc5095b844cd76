import type { Tx } from '~/platform/db.server'

/** The points of a meeting, in their order. */
export async function itemOrder(tx: Tx, meetingId: string): Promise<string[]> {
  const items = await tx.agendaItem.findMany({
    where: { meetingId },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  return items.map(({ id }) => id)
}

/**
 * Puts the points of an agenda in this order and numbers its resolutions after them: 1, 2, 3… without a gap. The caller holds
 * the meeting. Two passes each: a position, like a number, is unique within a meeting at every moment.
 */
export async function orderAgenda(tx: Tx, meetingId: string, ids: readonly string[]): Promise<void> {
  const order = JSON.stringify(ids.map((id, index) => ({ id, position: index + 1 })))
  for (const sign of [-1, 1])
    await tx.$executeRaw`
      UPDATE "AgendaItem" i SET "position" = ${sign} * o."position"
        FROM jsonb_to_recordset(${order}::jsonb) AS o("id" uuid, "position" int) WHERE i."id" = o."id"`
  await renumber(tx, meetingId)
}

/** Numbers the resolutions of an agenda 1, 2, 3… in the order of its points. The caller holds the meeting. */
export async function renumber(tx: Tx, meetingId: string): Promise<void> {
  for (const sign of [-1, 1])
    await tx.$executeRaw`
      UPDATE "Resolution" r SET "number" = ${sign} * o."rank"
        FROM (SELECT x."id", row_number() OVER (ORDER BY i."position", abs(x."number"), x."id") AS "rank"
                FROM "Resolution" x JOIN "AgendaItem" i ON i."id" = x."agendaItemId" WHERE x."meetingId" = ${meetingId}::uuid) o
       WHERE r."id" = o."id"`
}

/** Ranks a resolution among those of its point, to be numbered again at once. The caller holds the meeting. */
export async function makeRoom(tx: Tx, at: { agendaItemId: string; id: string; rank: number }): Promise<void> {
  const { agendaItemId, id, rank } = at
  const others = await tx.resolution.findMany({
    where: { agendaItemId, id: { not: id } },
    orderBy: { number: 'asc' },
    select: { id: true },
  })
  const ids = others.map((one) => one.id).toSpliced(rank, 0, id)
  const order = JSON.stringify(ids.map((one, index) => ({ id: one, rank: index + 1 })))
  await tx.$executeRaw`
    UPDATE "Resolution" r SET "number" = -o."rank"
      FROM jsonb_to_recordset(${order}::jsonb) AS o("id" uuid, "rank" int) WHERE r."id" = o."id"`
}

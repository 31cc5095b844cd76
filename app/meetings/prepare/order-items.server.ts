import type { Tx } from '~/platform/db.server'

/** The points of a meeting in this order. Two passes: positions are unique within a meeting at every moment. */
export async function orderItems(tx: Tx, ids: readonly string[]): Promise<void> {
  const order = JSON.stringify(ids.map((id, index) => ({ id, position: index + 1 })))
  for (const sign of [-1, 1])
    await tx.$executeRaw`
      UPDATE "AgendaItem" i SET "position" = ${sign} * o."position"
        FROM jsonb_to_recordset(${order}::jsonb) AS o("id" uuid, "position" int) WHERE i."id" = o."id"`
}

/** The points of a meeting, in their order. */
export async function itemOrder(tx: Tx, meetingId: string): Promise<string[]> {
  const items = await tx.agendaItem.findMany({
    where: { meetingId },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  return items.map(({ id }) => id)
}

import type { Temporal } from 'temporal-polyfill'
import { dateFromInstant } from './dates'
import type { Tx } from './db.server'
import { v7 } from './uuid.server'

/** Documents of a meeting that stand with no point go with this one. */
export async function placeDocuments(
  tx: Tx,
  { ids, meetingId, agendaItemId }: { ids: string[]; meetingId: string; agendaItemId: string },
): Promise<void> {
  await tx.document.updateMany({ where: { id: { in: ids }, meetingId, agendaItemId: null }, data: { agendaItemId } })
}

/** The documents of a point stay with its meeting alone. */
export async function unplaceDocuments(tx: Tx, agendaItemId: string): Promise<void> {
  await tx.document.updateMany({ where: { agendaItemId }, data: { agendaItemId: null } })
}

/** Since when every member may read a document (15-b). */
export async function markOpenDocument(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx.document.update({ where: { id }, data: { openSince: dateFromInstant(now) }, select: { id: true } })
}

/** The documents of a meeting under another one too, each with the day since which it is open; `itemOf`: its point there. */
export async function copyDocuments(
  tx: Tx,
  copy: { fromId: string; toId: string; itemOf: (id: string) => string; now: Temporal.Instant },
): Promise<void> {
  const { fromId, toId, itemOf, now } = copy
  const documents = await tx.document.findMany({ where: { meetingId: fromId } })
  await tx.document.createMany({
    data: documents.map((document) => ({
      ...document,
      id: v7(now.epochMilliseconds),
      meetingId: toId,
      agendaItemId: document.agendaItemId && itemOf(document.agendaItemId),
      createdAt: dateFromInstant(now),
    })),
  })
}

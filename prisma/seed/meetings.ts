import { createMeeting } from '~/meetings/prepare/create-meeting.server'
import type { NewMeeting } from '~/meetings/prepare/meeting.form'
import type { ResolutionInput } from '~/meetings/agenda/resolution.form'
import { saveItem } from '~/meetings/agenda/save-item.server'
import { saveResolution } from '~/meetings/agenda/save-resolution.server'
import type { ItemKind } from '~/generated/prisma/enums'
import type { Context } from '~/platform/context'
import type { Db } from '~/platform/db.server'

export type PlannedItem = { title: string; kind: ItemKind; notes?: string; resolutions?: ResolutionInput[] }

export const PLACE = 'Salle Émile-Zola, 2 rue de l’Hôtel-de-Ville, Nogent-sur-Marne'
export const OFFICE_ROOM = 'Maison de santé, 6 rue du Maréchal-Vaillant, Nogent-sur-Marne'

/** A meeting in preparation with its agenda, as whoever prepares it types it. Returns its id. */
export async function prepareMeeting(
  ctx: Context,
  meeting: NewMeeting,
  items: readonly PlannedItem[],
): Promise<string> {
  const { meetingId } = await createMeeting(ctx, meeting)
  for (const { title, kind, notes, resolutions = [] } of items) {
    const { itemId } = await saveItem(ctx, { meetingId, itemId: null, title, kind, notes })
    for (const resolution of resolutions)
      await saveResolution(ctx, { meetingId, itemId, resolutionId: null, resolution })
  }
  return meetingId
}

/** The ids of the points of a meeting, in the order of its agenda. */
export async function itemIds(db: Db, meetingId: string): Promise<string[]> {
  const items = await db.agendaItem.findMany({
    where: { meetingId },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  return items.map(({ id }) => id)
}

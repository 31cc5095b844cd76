import type { Temporal } from 'temporal-polyfill'
import type { Body, ItemKind, ResolutionKind } from '~/generated/prisma/enums'
import type { Effect } from '~/meetings/effect'
import { BODY_WORDS } from '~/meetings/meeting-words'
import { instantOf } from '~/platform/clock.server'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import type { Db } from '~/platform/db.server'

export type PlannedResolution = {
  title: string
  text: string
  kind?: ResolutionKind
  among?: string[]
  secret?: boolean
  effect?: Effect
}
export type PlannedItem = { title: string; kind: ItemKind; notes?: string; resolutions?: PlannedResolution[] }
export type PlannedMeeting = {
  body: Body
  title?: string
  date: string
  time: string
  place: string | null
  videoUrl?: string | null
  accountsOfYear?: number | null
  statutesId: string
  items: PlannedItem[]
  createdBy: string
  now: Temporal.Instant
}

/** A meeting in preparation with its agenda. Returns its id. */
export async function draftMeeting(db: Db, plan: PlannedMeeting): Promise<string> {
  const { items, now, date, time, createdBy, body, ...facts } = plan
  const meeting = await db.meeting.create({
    data: {
      ...facts,
      body,
      title: plan.title ?? BODY_WORDS[body].long,
      date: dateColumn(date),
      startsAt: dateFromInstant(instantOf(date, time)),
      createdBy,
      createdAt: dateFromInstant(now),
      items: {
        create: items.map(({ title, kind, notes = '' }, index) => ({ position: index + 1, title, kind, notes })),
      },
    },
    select: { id: true, items: { orderBy: { position: 'asc' }, select: { id: true } } },
  })
  const resolutions = items.flatMap((item, index) =>
    (item.resolutions ?? []).map((resolution) => ({ ...resolution, agendaItemId: meeting.items[index]?.id ?? '' })),
  )
  await db.resolution.createMany({
    data: resolutions.map((resolution, index) => ({ ...resolution, meetingId: meeting.id, number: index + 1 })),
  })
  return meeting.id
}

/** The resolution of this number. */
export const resolutionOf = async (db: Db, meetingId: string, number: number) =>
  (await db.resolution.findUniqueOrThrow({ where: { meetingId_number: { meetingId, number } }, select: { id: true } }))
    .id

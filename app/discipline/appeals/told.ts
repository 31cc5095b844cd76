import { z } from 'zod'

const toldSchema = z.strictObject({
  /** null: told that none hears the appeal for now */
  meetingId: z.uuid().nullable(),
  startsAt: z.string().nullable(),
  place: z.string().nullable(),
})

/** What the excluded person was last told of the meeting that hears the appeal. */
export type Told = z.output<typeof toldSchema>

/** As it was kept; null where nothing was told. Throws on a shape that we never wrote. */
export const readTold = (stored: unknown): Told | null => (stored === null ? null : toldSchema.parse(stored))

type Heard = { id: string; startsAt: Date; place: string | null }

/** That no meeting hears the appeal for now. */
export const NONE: Told = { meetingId: null, startsAt: null, place: null }

/** What there is to tell of a meeting: which, its hour, its place. */
export const toldOf = ({ id, startsAt, place }: Heard) => ({
  meetingId: id,
  startsAt: startsAt.toISOString(),
  place,
})

/** Whether somebody who was told the one has nothing to learn from the other. */
export const sameTold = (one: Told, other: Told): boolean =>
  one.meetingId === other.meetingId && one.startsAt === other.startsAt && one.place === other.place

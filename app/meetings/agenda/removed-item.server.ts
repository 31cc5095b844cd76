import { z } from 'zod'
import type { Context } from '~/platform/context'
import { purposeCode } from '~/platform/secrets.server'

/** How long a removal can be taken back. */
const MINUTES = 10

const removedText = z.object({
  id: z.uuid(),
  title: z.string(),
  text: z.string(),
  kind: z.enum(['RESOLUTION', 'UNANIMITY']),
  among: z.array(z.string()),
  secret: z.boolean(),
  videoVotes: z.boolean(),
  effect: z.record(z.string(), z.json()).nullable(),
  repeatsId: z.uuid().nullable(),
})

const removedItem = z.object({
  id: z.uuid(),
  meetingId: z.uuid(),
  position: z.int(),
  title: z.string(),
  kind: z.enum(['INFORMATION', 'DISCUSSION', 'VOTE']),
  notes: z.string(),
  gathers: z.string().nullable().default(null),
  resolutions: z.array(removedText),
  documentIds: z.array(z.uuid()),
  at: z.int(),
})

/** A point taken off the agenda, whole, and the moment (milliseconds): the page keeps it, the database does not. */
export type RemovedItem = z.output<typeof removedItem>

export const readRemoved = (item: object): RemovedItem => removedItem.parse(item)

const removedResolution = removedText.extend({
  meetingId: z.uuid(),
  agendaItemId: z.uuid(),
  /** how many stood before it in its point */
  rank: z.int(),
  at: z.int(),
})

/** A resolution taken alone from its point. */
export type RemovedResolution = z.output<typeof removedResolution>

export const readRemovedResolution = (resolution: object): RemovedResolution => removedResolution.parse(resolution)

type Removed = RemovedItem | RemovedResolution
type Sealed = { removed: string; seal: string }

const sealOf = (ctx: Context, text: string) => purposeCode('removed-item', ctx.actor.accountId, text)

/** What was removed as its « Annuler » sends it back: nobody else, and nothing else, can be put back by it. */
export function sealRemoved(ctx: Context, item: Removed): Sealed {
  const removed = JSON.stringify(item)
  return { removed, seal: sealOf(ctx, removed) }
}

/** The point that this person removed a moment ago; null when it is not that, or too late. */
export const openRemoved = (ctx: Context, sent: Sealed): RemovedItem | null => open(ctx, sent, removedItem)

/** The same for a resolution. */
export const openRemovedResolution = (ctx: Context, sent: Sealed): RemovedResolution | null =>
  open(ctx, sent, removedResolution)

function open<T extends Removed>(ctx: Context, sent: Sealed, shape: z.ZodType<T>): T | null {
  if (sent.seal !== sealOf(ctx, sent.removed)) return null
  const read = shape.safeParse(JSON.parse(sent.removed))
  return read.success && ctx.now.epochMilliseconds - read.data.at <= MINUTES * 60_000 ? read.data : null
}

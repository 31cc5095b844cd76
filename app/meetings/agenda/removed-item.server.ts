import { z } from 'zod'
import type { Context } from '~/platform/context'
import { purposeCode } from '~/platform/secrets.server'

/** How long a removal can be taken back. */
const MINUTES = 10

const resolution = z.object({
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
  resolutions: z.array(resolution),
  documentIds: z.array(z.uuid()),
  at: z.int(),
})

/** A point taken off the agenda, whole, and the moment (milliseconds): the page keeps it, the database does not. */
export type RemovedItem = z.output<typeof removedItem>

export const readRemoved = (item: object): RemovedItem => removedItem.parse(item)

const sealOf = (ctx: Context, text: string) => purposeCode('removed-item', ctx.actor.accountId, text)

/** The removed point as its « Annuler » sends it back: nobody else, and nothing else, can be put back by it. */
export function sealRemoved(ctx: Context, item: RemovedItem): { removed: string; seal: string } {
  const removed = JSON.stringify(item)
  return { removed, seal: sealOf(ctx, removed) }
}

/** The point that this person removed a moment ago; null when it is not that, or too late. */
export function openRemoved(ctx: Context, sent: { removed: string; seal: string }): RemovedItem | null {
  if (sent.seal !== sealOf(ctx, sent.removed)) return null
  const item = readRemoved(JSON.parse(sent.removed))
  return ctx.now.epochMilliseconds - item.at <= MINUTES * 60_000 ? item : null
}

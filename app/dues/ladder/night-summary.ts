import { z } from 'zod'

const count = z.number().int().min(0)

/** What one nightly run did, as it is kept: dues opened, closed for leavers, looked at; steps taken and messages queued. */
export const nightSummarySchema = z.object({
  opened: count,
  left: count,
  looked: count,
  steps: count,
  messages: count,
  /** due for a message, without a mail address: a letter waits for a human */
  withoutAddress: count,
  /** left alone because money in sight may be the one that is owed */
  underWay: count,
  /** that could not be moved, for a reason told in the log: tried again the next night */
  failed: count.default(0),
  byStage: z.record(z.string(), count),
})

export type NightSummary = z.output<typeof nightSummarySchema>

/** A summary as stored; null when the run did not end. */
export function readNightSummary(stored: unknown): NightSummary | null {
  const read = nightSummarySchema.safeParse(stored)
  return read.success ? read.data : null
}

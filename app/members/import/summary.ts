import { z } from 'zod'

const count = z.number().int().min(0)
export const countsSchema = z.object({
  create: count,
  change: count,
  same: count,
  asked: count.default(0),
  refused: count,
  passed: count.default(0),
})
const duesSchema = z.object({ opened: count, paid: count, paidCents: count })
/** What was done, as it is kept. */
export const summarySchema = z.object({ ...countsSchema.shape, dues: duesSchema.nullish() })

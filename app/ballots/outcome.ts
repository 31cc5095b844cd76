import { z } from 'zod'
import { isRuleId } from '~/statutes/catalogue'
import type { Reason } from '~/statutes/ruling'

const whole = z.number().int().min(0)
const totals = z.object({ for: whole, against: whole, abstained: whole, blank: whole })
const heads = z.object({ members: whole, voices: whole })
const unit = z.enum(['members', 'voices'])
const side = z.enum(['for', 'against'])
const reasons = z.custom<Reason[]>((value) => Array.isArray(value))
const rule = z.custom<Reason['rule']>((value) => typeof value === 'string' && isRuleId(value))

/**
 * How a resolution was decided, as written on the day: figures, threshold, reasons with their articles. `totals` are null
 * where they are not published (see `keptSpaces`) or where nothing was counted.
 */
export const outcomeSchema = z.object({
  format: z.literal(1),
  state: z.enum(['ADOPTED', 'REJECTED', 'INVALID']),
  totals: z.object({ voices: totals.nullable(), members: totals.nullable() }),
  /** who took part in the vote (null: papers counted by hand tell one only) */
  voters: z.object({ members: whole.nullable(), voices: whole.nullable() }),
  /** who was present or represented; who has the right to vote */
  present: heads,
  all: heads,
  rule,
  /** of the requirement that decided */
  unit,
  required: whole,
  counted: whole,
  base: whole,
  thresholds: z.array(z.string()),
  casting: side.nullable(),
  castingBy: z.string().nullable(),
  reasons,
  sensitive: z.array(
    z.object({
      path: z.string(),
      value: z.string(),
      outcome: z.enum(['adopted', 'rejected', 'unknown']),
      sentence: z.string(),
    }),
  ),
  /** what would have changed the outcome, in a sentence */
  change: z.string().nullable(),
  /** the new ballot of a secret tie (4.23) */
  repeatedBy: z.uuid().nullable(),
})

export type Outcome = z.output<typeof outcomeSchema>

/** The outcome stored with a decided resolution, or null. */
export function readOutcome(stored: unknown): Outcome | null {
  return stored === null || stored === undefined ? null : outcomeSchema.parse(stored)
}

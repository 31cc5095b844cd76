import { z } from 'zod'
import { isRuleId } from '~/statutes/catalogue'
import type { Reason } from '~/statutes/ruling'

const whole = z.number().int().min(0)

/** The quorum as judged when a ballot was opened. `basis`: whose majority applies (13.2-e). */
export const storedQuorumSchema = z.object({
  met: z.boolean(),
  counted: whole,
  required: whole,
  base: whole,
  unit: z.enum(['members', 'voices']),
  rule: z.custom<Reason['rule']>((value) => typeof value === 'string' && isRuleId(value)),
  basis: z.enum(['first', 'second']),
  reasons: z.custom<Reason[]>((value) => Array.isArray(value)),
})

export type StoredQuorum = z.output<typeof storedQuorumSchema>

export function readQuorum(stored: unknown): StoredQuorum | null {
  return stored === null || stored === undefined ? null : storedQuorumSchema.parse(stored)
}

import { z } from 'zod'
import { totalsOf, type StatementReading } from './statement/reading'

const count = z.number().int().min(0)
const schema = z.object({
  /** credits that were not known yet, and those that another statement had brought */
  added: count,
  known: count,
  debits: count,
  refused: count,
  passed: count,
  /** signed cents */
  creditCents: z.number().int(),
  debitCents: z.number().int(),
  sumCents: z.number().int(),
})

/** What one import did: every row of the file is in one of its counts. */
export type StatementSummary = z.output<typeof schema>

export function summaryOf(
  reading: StatementReading,
  { added, known }: { added: number; known: number },
): StatementSummary {
  const { debits, creditCents, debitCents, sumCents } = totalsOf(reading)
  const [refused, passed] = [reading.refused.length, reading.passed.length]
  return { added, known, debits, refused, passed, creditCents, debitCents, sumCents }
}

/** A summary as it was kept; null for a statement imported before they were. */
export function readSummary(stored: unknown): StatementSummary | null {
  const read = schema.safeParse(stored)
  return read.success ? read.data : null
}

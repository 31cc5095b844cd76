import { z } from 'zod'

const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** What confirms a dry run: what it announced (heads, payments, cents), the lines left out, the receipts of what was paid. */
export const confirmationForm = z.object({
  create: z.coerce.number().int(),
  change: z.coerce.number().int(),
  paid: z.coerce.number().int().optional(),
  paidCents: z.coerce.number().int().optional(),
  onlyGood: ticked,
  receipts: ticked,
})

/** The same as a command takes it. */
export function confirmed(importId: string, { onlyGood, receipts, ...expected }: z.output<typeof confirmationForm>) {
  return { importId, onlyGood, receipts, expected }
}

import { z } from 'zod'

/** What the paper says besides number, sum, day and mode: fixed on the day of issue. Erased names are replaced in it. */
export const receiptFacts = z.object({
  association: z.object({ name: z.string(), address: z.string(), identifiers: z.string(), town: z.string() }),
  member: z.object({ name: z.string(), address: z.string().nullable() }),
  year: z.number().int(),
  period: z.object({ from: z.string(), until: z.string() }),
  /** the whole dues of the year, in cents */
  dueCents: z.number().int(),
  /** who paid, when it is not the member */
  payer: z.string().nullable(),
  /** « n° 1234567, Banque des Lilas » */
  cheque: z.string().nullable(),
  signer: z.object({ name: z.string(), quality: z.string() }).nullable(),
})

export type ReceiptFacts = z.infer<typeof receiptFacts>

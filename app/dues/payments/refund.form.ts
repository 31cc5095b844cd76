import { z } from 'zod'
import { cents } from '~/platform/cents'

export const refundForm = z.object({
  amountCents: cents.refine((value) => value > 0, { error: 'Écrivez un montant plus grand que zéro.' }),
  /** sum refunded when the form was shown: pressed twice, it is given back once */
  refundedBefore: z.coerce.number().int().min(0),
  duesId: z
    .uuid()
    .optional()
    .transform((id) => id ?? null),
  on: z.iso.date({ error: 'Indiquez la date, par exemple 14/03/2027.' }),
  reason: z
    .string()
    .trim()
    .max(300, { error: 'Écrivez 300 signes au plus.' })
    .optional()
    .transform((text) => text ?? ''),
})

import { z } from 'zod'

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `${most} signes au plus` })
    .default('')

/** What the secretary types: an opening, the discussion of each item, a closing. */
export const draftForm = z.object({
  basedOn: z.coerce.number().int().min(0),
  opening: words(5_000),
  debates: z.record(z.string(), words(20_000)).default({}),
  closing: words(5_000),
})

export const correctionForm = z.object({
  text: z
    .string({ error: 'Écrivez ce qui doit être lu à la place.' })
    .trim()
    .min(10, { error: 'Écrivez ce qui doit être lu à la place.' })
    .max(10_000),
})

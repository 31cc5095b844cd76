import { z } from 'zod'

/** A member resigns from his page. `confirmation`: the name, compared by the command. */
export const resignationForm = z.object({
  memberId: z.uuid(),
  confirmation: z
    .string({ error: 'Écrivez le nom pour confirmer.' })
    .trim()
    .min(1, { error: 'Écrivez le nom pour confirmer.' }),
  text: z
    .string()
    .trim()
    .max(2000, { error: 'Écrivez 2 000 signes au plus.' })
    .optional()
    .transform((text) => text ?? ''),
})
export type ResignationInput = z.output<typeof resignationForm>

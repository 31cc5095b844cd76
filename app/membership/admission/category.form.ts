import { z } from 'zod'
import { civilDate } from '~/members/identity/member.form'
import { citationForm } from '~/members/register/citation.form'

/** A change of category that an assembly decided elsewhere (6.1-c, 6.3-a). */
export const categoryForm = z.object({
  category: z.string({ error: 'Choisissez une catégorie.' }).min(1, { error: 'Choisissez une catégorie.' }),
  on: civilDate,
})

/** The same, with the act that a reprise cites. */
export const citedCategory = z.object({ ...categoryForm.shape, ...citationForm.shape })

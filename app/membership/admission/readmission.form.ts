import { z } from 'zod'
import { civilDate } from '~/members/member.form'

/** A member who left comes back, by a new decision. */
export const readmissionSchema = z.object({
  category: z.string({ error: 'Choisissez une catégorie.' }).min(1, { error: 'Choisissez une catégorie.' }),
  on: civilDate,
})

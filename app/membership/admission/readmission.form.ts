import { z } from 'zod'
import { citationForm } from '~/members/register/citation.form'
import { civilDate } from '~/members/identity/member.form'

/** A member who left comes back, by a new decision. */
export const readmissionSchema = z.object({
  category: z.string({ error: 'Choisissez une catégorie.' }).min(1, { error: 'Choisissez une catégorie.' }),
  on: civilDate,
})

/** The same, with the act that a reprise cites. */
export const citedReadmission = z.object({ ...readmissionSchema.shape, ...citationForm.shape })

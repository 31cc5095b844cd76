import { z } from 'zod'

/** Why a vice-president presides (10-a), as the minutes will say it. */
export const REPLACEMENT_CAUSES = {
  prevented: 'la présidence est empêchée',
  resigned: 'la présidence a démissionné',
  deceased: 'le Président est décédé',
} as const

export const openSessionForm = z.object({
  /** the account of the person who keeps the minutes and will sign them */
  secretary: z.uuid('Choisissez la personne qui tient le secrétariat.'),
  cause: z.enum(['prevented', 'resigned', 'deceased']).optional(),
})

export type OpenSession = z.output<typeof openSessionForm>

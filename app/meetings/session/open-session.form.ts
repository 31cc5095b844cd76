import { z } from 'zod'

/** Why a vice-president presides (10-a), as the minutes will say it. */
export const REPLACEMENT_CAUSES = {
  prevented: 'la présidence est empêchée',
  resigned: 'la présidence a démissionné',
  deceased: 'le Président est décédé',
} as const

/** The account of the person who keeps the minutes and will sign them. */
const secretary = z.uuid('Choisissez la personne qui tient le secrétariat.')

export const secretaryForm = z.object({ secretary })

export const openSessionForm = z.object({
  secretary,
  /** why the session opens although some were not told in time */
  untoldReason: z.string().trim().max(600, { error: 'Écrivez 600 signes au plus.' }).optional(),
  cause: z.enum(['prevented', 'resigned', 'deceased']).optional(),
})

export type OpenSession = z.output<typeof openSessionForm>

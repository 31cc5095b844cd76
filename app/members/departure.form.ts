import { z } from 'zod'
import { civilDate } from './member.form'

/** Ends of membership that are facts, which the secretary only records; the others are decided elsewhere (6.4-a). */
export const DEPARTURES = {
  RESIGNED: 'Démission',
  DECEASED: 'Décès',
  DISSOLVED: 'Dissolution ou liquidation de la structure',
} as const

export const departureSchema = z.object({
  kind: z.enum(['RESIGNED', 'DECEASED', 'DISSOLVED'], { error: 'Choisissez ce qui met fin à l’adhésion.' }),
  on: civilDate,
  reason: z
    .string()
    .trim()
    .max(500, { error: 'Ce texte est trop long.' })
    .optional()
    .transform((text) => text || null),
})

/** A member who left comes back, by a new decision. */
export const readmissionSchema = z.object({
  category: z.string({ error: 'Choisissez une catégorie.' }).min(1, { error: 'Choisissez une catégorie.' }),
  on: civilDate,
})

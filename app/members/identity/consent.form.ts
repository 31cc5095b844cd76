import { z } from 'zod'
import { civilDate } from './member.form'

export const CONSENT_LABELS = {
  CONVOCATION: 'Convocation par courriel',
  REGISTERED_LETTER: 'Lettre recommandée électronique',
} as const

/** A consent given or withdrawn, on a day, as some paper or mail shows. */
export const consentSchema = z.object({
  kind: z.enum(['CONVOCATION', 'REGISTERED_LETTER']),
  given: z.enum(['oui', 'non'], { error: 'Choisissez : donné ou retiré.' }).transform((answer) => answer === 'oui'),
  on: civilDate,
  source: z
    .string({ error: 'Indiquez d’où vient cet accord, par exemple bulletin d’adhésion.' })
    .trim()
    .min(1, { error: 'Indiquez d’où vient cet accord, par exemple bulletin d’adhésion.' })
    .max(200, { error: 'Ce texte est trop long.' }),
})

export type ConsentInput = z.output<typeof consentSchema>

import { z } from 'zod'

const day = (message: string) => z.iso.date({ error: message })
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Écrivez ${most} signes au plus.` })
    .optional()

export const RETURN_REASONS = [
  'non réclamé',
  'refusé',
  'destinataire inconnu à l’adresse',
  'adresse incomplète',
] as const

/** What becomes of a registered letter, one step at a time. */
export const letterStepForm = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('deposited'),
    on: day('Indiquez le jour du dépôt.'),
    channel: z.enum(['POSTAL', 'ELECTRONIC']).default('POSTAL'),
    postalNumber: words(40),
    provider: words(80),
  }),
  z.object({ step: z.literal('presented'), on: day('Indiquez le jour de la première présentation.') }),
  z.object({ step: z.literal('received'), on: day('Indiquez le jour de la remise.') }),
  z.object({
    step: z.literal('returned'),
    on: day('Indiquez le jour du retour.'),
    reason: z.enum(RETURN_REASONS, { error: 'Choisissez le motif du retour.' }),
  }),
])

export type LetterStepInput = z.output<typeof letterStepForm>
export type LetterStep = LetterStepInput['step']

export const STEP_WORDS: Record<LetterStep, string> = {
  deposited: 'Dépôt',
  presented: 'Première présentation',
  received: 'Remise au destinataire',
  returned: 'Retour',
}

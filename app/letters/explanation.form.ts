import { z } from 'zod'

export const EXPLANATION_SOURCES = {
  letter: 'par courrier',
  mail: 'par courriel',
  hearing: 'oralement',
  online: 'en ligne',
} as const

const text = z
  .string({ error: 'Écrivez les explications.' })
  .trim()
  .min(1, { error: 'Écrivez les explications.' })
  .max(20_000, { error: 'Écrivez 20 000 signes au plus, ou joignez un document.' })

/** What the member himself writes. */
export const ownExplanationForm = z.object({ text })

/** What an officer notes of what the member wrote or said. */
export const explanationForm = z.object({
  text,
  source: z.enum(['letter', 'mail', 'hearing'], { error: 'Dites comment elles sont venues.' }),
  receivedOn: z.iso.date({ error: 'Indiquez le jour où elles sont venues.' }),
})

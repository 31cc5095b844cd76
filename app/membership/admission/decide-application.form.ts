import { z } from 'zod'

/** The President's answer to a request to join. No motive: none is kept. */
export const decideApplicationForm = z.object({
  intent: z.literal('decide'),
  outcome: z.enum(['admit', 'refuse'], { error: 'Choisissez votre réponse.' }),
})

import { z } from 'zod'

/** How the chair puts a resolution to the vote. */
export const openBallotSchema = z.object({
  resolutionId: z.uuid(),
  mode: z.enum(['ELECTRONIC', 'HANDS', 'PAPER'], { error: 'Choisissez le mode de scrutin.' }),
  /** the chair has read that a few voters could be guessed at */
  warned: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
})

export type OpenBallot = z.output<typeof openBallotSchema>

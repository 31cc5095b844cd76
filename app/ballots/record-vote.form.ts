import { z } from 'zod'
import { formChoiceSchema } from './choices'

/** The vote of a member who has no phone, said aloud. */
export const recordVoteSchema = z.object({
  resolutionId: z.uuid(),
  memberId: z.uuid({ error: 'Choisissez le membre.' }),
  choice: formChoiceSchema,
})

export type RecordVote = z.output<typeof recordVoteSchema>

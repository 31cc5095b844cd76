import { z } from 'zod'
import { formChoiceSchema } from './choices'

const MOST = 2_000

/** One press on the page: the same choice for one or several members. */
export const castFormSchema = z.object({
  resolutionId: z.uuid(),
  member: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.uuid()).min(1).max(MOST)),
  choice: formChoiceSchema,
})

/** The same press when the page sends it by itself. Each vote says its choice twice once its voter confirmed it. */
export const castJsonSchema = z
  .object({
    resolutionId: z.uuid(),
    votes: z
      .array(z.object({ memberId: z.uuid(), choice: formChoiceSchema, confirmed: formChoiceSchema.optional() }))
      .min(1)
      .max(MOST),
  })
  .transform(({ resolutionId, votes }) => ({
    resolutionId,
    votes: votes.map(({ memberId, choice }) => ({ memberId, choice })),
    confirmed: votes.every(({ choice, confirmed }) => confirmed === choice),
  }))

import { z } from 'zod'

/** An answer to one wording, as it stood on the page. */
export const ownConsentForm = z.object({
  memberId: z.uuid(),
  kind: z.enum(['CONVOCATION', 'REGISTERED_LETTER']),
  wording: z.string(),
  answer: z.enum(['oui', 'non']).transform((answer) => answer === 'oui'),
})

import { z } from 'zod'

export const incidentForm = z.object({
  kind: z.enum(['off-agenda', 'revocation-off-agenda', 'session'], { error: 'Choisissez ce qu’il faut noter.' }),
  text: z
    .string({ error: 'Écrivez ce qui s’est passé.' })
    .trim()
    .min(1, { error: 'Écrivez ce qui s’est passé.' })
    .max(2_000, { error: 'Écrivez 2 000 signes au plus.' }),
})

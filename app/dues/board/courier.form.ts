import { z } from 'zod'

const ids = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.uuid()).min(1, { error: 'Cochez au moins une ligne.' }),
)

/** The bulk acts on letters: what was posted, and the registered letters to prepare. */
export const courierForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('posted'), duesIds: ids, on: z.iso.date({ error: 'Indiquez le jour du dépôt.' }) }),
  z.object({ intent: z.literal('prepare'), duesIds: ids }),
])

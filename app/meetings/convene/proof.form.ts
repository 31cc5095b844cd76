import { z } from 'zod'
import { ticked } from '~/platform/http/ticked'

export const PROOF_FILTERS = ['toutes', 'a-traiter', 'lettres'] as const
export type ProofFilter = (typeof PROOF_FILTERS)[number]

export const readFilter = (text: string | null): ProofFilter => PROOF_FILTERS.find((one) => one === text) ?? 'toutes'

const reason = z.string().trim().max(600, { error: 'Écrivez 600 signes au plus.' }).optional()

/** The acts of the convocation's page. */
export const convocationForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('convene'), lateReason: reason }),
  z.object({ intent: z.literal('correct'), note: reason, lateReason: reason }),
  z.object({
    intent: z.literal('posted'),
    noticeIds: ticked(z.uuid()),
    postedOn: z.iso.date({ error: 'Choisissez le jour du dépôt à la poste.' }),
    postalNumber: z.string().trim().max(40, { error: 'Écrivez 40 signes au plus.' }).optional(),
  }),
  z.object({ intent: z.literal('letter'), noticeId: z.union([z.literal('all'), z.uuid()]) }),
])

export const cancelForm = z.object({
  reason: z
    .string({ error: 'Dites pourquoi la réunion est annulée : les membres le liront.' })
    .trim()
    .min(1, { error: 'Dites pourquoi la réunion est annulée : les membres le liront.' })
    .max(600, { error: 'Écrivez 600 signes au plus.' }),
})

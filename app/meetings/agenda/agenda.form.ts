import { z } from 'zod'

const title = (message: string) =>
  z.string({ error: message }).trim().min(1, { error: message }).max(200, { error: 'Écrivez 200 signes au plus.' })
const long = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Écrivez ${most} signes au plus.` })

export const ITEM_KINDS = ['INFORMATION', 'DISCUSSION', 'VOTE'] as const
export const ITEM_LABELS = { INFORMATION: 'Information', DISCUSSION: 'Discussion', VOTE: 'Vote' } as const

export const itemForm = z.object({
  title: title('Écrivez l’intitulé du point.'),
  kind: z.enum(ITEM_KINDS, { error: 'Choisissez information, discussion ou vote.' }),
  notes: long(4000).optional(),
})

/** « Monter », « descendre », « retirer » on the list of the agenda. */
export const itemMoveForm = z.object({ intent: z.enum(['up', 'down', 'remove']), itemId: z.uuid() })

/** « Annuler » after « retirer ». */
export const itemRestoreForm = z.object({ intent: z.literal('restore'), removed: z.string(), seal: z.string() })

/** « Retirer cette résolution ». */
export const resolutionRemoveForm = z.object({ intent: z.literal('remove'), resolutionId: z.uuid() })

export type ItemInput = z.output<typeof itemForm>

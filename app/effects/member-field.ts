import { z } from 'zod'

/** The part that effects on one member, chosen in the form, have in common. */
export const memberForm = {
  inputs: { memberId: z.uuid({ error: 'Choisissez le membre.' }) },
  fields: [{ kind: 'member' as const, name: 'memberId', label: 'Membre concerné' }],
  initial: (effect: { memberId: string } | null) => ({ memberId: effect?.memberId ?? '' }),
}

import { z } from 'zod'
import { civilDate } from '~/members/identity/member.form'
import { citationForm } from '~/members/register/citation.form'

/** While the association is being installed: the version in force, as the Bureau approved it before. */
export const internalRulesForm = z
  .object({ approvedOn: civilDate, effectiveFrom: civilDate })
  .refine(({ approvedOn, effectiveFrom }) => approvedOn <= effectiveFrom, {
    path: ['effectiveFrom'],
    message: 'Le règlement n’entre pas en vigueur avant d’être approuvé.',
  })

/** Afterwards: the vote of the Bureau that approved it here. */
export const votedRulesForm = z.object({
  resolutionId: z.uuid({ error: 'Choisissez la résolution par laquelle le Bureau l’a approuvé.' }),
  effectiveFrom: civilDate,
})

/** Or the act that a reprise cites, dated of the approval. */
export const citedRulesForm = z.object({ ...citationForm.shape, effectiveFrom: civilDate })

/** Who approved a version, on what day and from when it is in force. */
export type InternalRulesInput = { effectiveFrom: string } & ({ approvedOn: string } | { resolutionId: string })

import { z } from 'zod'
import { civilDate } from '~/members/identity/member.form'

/** A version of the internal rules: approved by the Bureau, then in force. */
export const internalRulesForm = z
  .object({ approvedOn: civilDate, effectiveFrom: civilDate })
  .refine(({ approvedOn, effectiveFrom }) => approvedOn <= effectiveFrom, {
    path: ['effectiveFrom'],
    message: 'Le règlement n’entre pas en vigueur avant d’être approuvé.',
  })
export type InternalRulesInput = z.output<typeof internalRulesForm>

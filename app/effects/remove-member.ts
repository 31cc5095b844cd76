import { z } from 'zod'
import { ofName } from '~/statutes/french'
import { defineFileEffect } from './define'

/** 6.4-b: the removal of a member whose dues stayed unpaid. */
export const removeMember = defineFileEffect({
  kind: 'remove-member',
  schema: z.strictObject({ kind: z.literal('remove-member'), memberId: z.uuid(), duesId: z.uuid() }),
  sentence: ({ memberId }, names) =>
    `La radiation ${ofName(names.member(memberId))} est prononcée, pour défaut de paiement de sa cotisation.`,
  file: 'duesId',
  gathered: 'Radiation pour défaut de paiement',
  touchesAPlace: true,
  judgesAMember: true,
})

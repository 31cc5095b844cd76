import { z } from 'zod'
import { ofName } from '~/statutes/french'
import { defineFileEffect } from './define'

/** 6.4-a: what an appeal asks of the assembly. */
export const annulExclusion = defineFileEffect({
  kind: 'annul-exclusion',
  schema: z.strictObject({ kind: z.literal('annul-exclusion'), memberId: z.uuid(), caseId: z.uuid() }),
  sentence: ({ memberId }, names) =>
    `L’exclusion ${ofName(names.member(memberId))} est annulée et sa qualité de membre rétablie à compter de ce jour, sans ses fonctions au Bureau.`,
  file: 'caseId',
  judgesAMember: true,
  voiceKept: { rule: '6.4-a', who: 'Qui avait prononcé l’exclusion et les personnes récusées' },
})

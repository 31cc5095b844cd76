import { z } from 'zod'
import { defineFormEffect } from './define'
import { memberForm } from './member-field'

/** 6.1-c: the quality of founder, by the unanimity of the founders. */
export const grantFounder = defineFormEffect({
  kind: 'grant-founder',
  schema: z.strictObject({ kind: z.literal('grant-founder'), memberId: z.uuid() }),
  sentence: ({ memberId }, names) => `${names.member(memberId)} devient ${names.category('founder')}.`,
  label: 'Accorder la qualité de fondateur',
  ...memberForm,
  candidates: ({ admission }) => ({ category: admission.founder.from }),
  unanimityOf: ({ admission }) => admission.founder.unanimityOf.category,
})

import { z } from 'zod'
import { defineFormEffect } from './define'
import { memberForm } from './member-field'

/** 6.3-a: the title of honour. */
export const awardHonorary = defineFormEffect({
  kind: 'award-honorary',
  schema: z.strictObject({ kind: z.literal('award-honorary'), memberId: z.uuid() }),
  sentence: ({ memberId }, names) => `${names.member(memberId)} devient ${names.category('honorary')}.`,
  label: 'Décerner le titre de membre d’honneur',
  ...memberForm,
  candidates: () => ({ category: { not: 'honorary' } }),
})

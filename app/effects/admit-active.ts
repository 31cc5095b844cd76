import { z } from 'zod'
import { defineFileEffect } from './define'

/** 6.2-a: the admission of who applied. */
export const admitActive = defineFileEffect({
  kind: 'admit-active',
  schema: z.strictObject({ kind: z.literal('admit-active'), applicationId: z.uuid(), label: z.string().min(1) }),
  sentence: ({ label }, names) => `${label} devient ${names.category('active')}.`,
  file: 'applicationId',
  gathered: 'Candidatures',
  bureauUnanimity: true,
})

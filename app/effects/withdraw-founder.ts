import { z } from 'zod'
import { defineFileEffect } from './define'

/** 6.1-b: the loss of the quality of founder that a case proposes. */
export const withdrawFounder = defineFileEffect({
  kind: 'withdraw-founder',
  schema: z.strictObject({ kind: z.literal('withdraw-founder'), memberId: z.uuid(), caseId: z.uuid() }),
  sentence: ({ memberId }, names) =>
    `${names.member(memberId)} perd la qualité de ${names.category('founder')} et devient ${names.category('active')}.`,
  file: 'caseId',
  touchesAPlace: true,
  judgesAMember: true,
  voiceKept: { rule: '6.1-b', who: 'Le membre concerné et les personnes récusées' },
})

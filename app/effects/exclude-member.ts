import { z } from 'zod'
import { ofName } from '~/statutes/french'
import { defineFileEffect } from './define'

/** 6.4-a: the exclusion that a case proposes. */
export const excludeMember = defineFileEffect({
  kind: 'exclude-member',
  schema: z.strictObject({ kind: z.literal('exclude-member'), memberId: z.uuid(), caseId: z.uuid() }),
  sentence: ({ memberId }, names) => `L’exclusion ${ofName(names.member(memberId))} est prononcée.`,
  file: 'caseId',
  namesItsOrgan: true,
  touchesAPlace: true,
  judgesAMember: true,
  voiceKept: { rule: '6.4-a', who: 'Le membre concerné et les personnes récusées' },
})

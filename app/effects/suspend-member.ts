import { z } from 'zod'
import { ofName } from '~/statutes/french'
import { frenchDate } from '~/ui/format'
import { defineFileEffect } from './define'

/** 6.4-c: the suspension that a case proposes. */
export const suspendMember = defineFileEffect({
  kind: 'suspend-member',
  schema: z.strictObject({
    kind: z.literal('suspend-member'),
    memberId: z.uuid(),
    /** missing from what was voted before suspensions had a file */
    caseId: z.uuid().optional(),
    from: z.iso.date(),
    until: z.iso.date(),
    reason: z.string().min(1),
  }),
  sentence: ({ memberId, from, until }, names) =>
    `Les droits ${ofName(names.member(memberId))} sont suspendus du ${frenchDate(from)} au ${frenchDate(until)}.`,
  file: 'caseId',
  namesItsOrgan: true,
  touchesAPlace: true,
  judgesAMember: true,
})

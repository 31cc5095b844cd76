import type { Carrier } from './carrier'
import { sanctionRuling } from './sanction-ruling.server'

export const excludeMember: Carrier<'exclude-member'> = {
  foresee: (judged, { caseId, memberId }) =>
    sanctionRuling(judged, { rule: '6.4-a', caseId, memberId, event: { kind: 'EXCLUDED', on: judged.date } }),
  adopt: ({ tx, ctx, above, resolutionId, date }, { caseId, memberId }) =>
    above.exclude(tx, ctx, { caseId, memberId, resolutionId, on: date }),
  reject: ({ tx, ctx, above, resolutionId, date }, { caseId }) =>
    above.keepAsIs(tx, ctx, { caseId, resolutionId, on: date }),
}

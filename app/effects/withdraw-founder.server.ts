import type { Carrier } from './carrier'
import { sanctionRuling } from './sanction-ruling.server'

export const withdrawFounder: Carrier<'withdraw-founder'> = {
  foresee: (judged, { caseId, memberId }) => {
    const category = judged.statutes.admission.founder.from
    const event = { kind: 'CATEGORY_CHANGED' as const, on: judged.date, category }
    return sanctionRuling(judged, { rule: '6.1-b', caseId, memberId, event })
  },
  adopt: ({ tx, ctx, above, resolutionId, date }, { caseId, memberId }) =>
    above.withdrawFounder(tx, ctx, { caseId, memberId, resolutionId, on: date }),
  reject: ({ tx, ctx, above, resolutionId, date }, { caseId }) =>
    above.keepAsIs(tx, ctx, { caseId, resolutionId, on: date }),
}

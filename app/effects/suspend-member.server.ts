import { UNDEFENDED } from '~/members/discipline/foreseen-case.server'
import { Refusal } from '~/platform/refusal'
import type { Carrier } from './carrier'
import { sanctionRuling } from './sanction-ruling.server'

export const suspendMember: Carrier<'suspend-member'> = {
  foresee: (judged, { caseId, memberId, until }) =>
    sanctionRuling(judged, { rule: '6.4-c', caseId, memberId, event: { kind: 'SUSPENDED', on: judged.date, until } }),
  adopt: async ({ tx, ctx, above, resolutionId, date }, { caseId, memberId }) => {
    if (!caseId) throw new Refusal(UNDEFENDED.sentence, { reasons: [UNDEFENDED] })
    await above.suspend(tx, ctx, { caseId, memberId, resolutionId, on: date })
  },
  reject: async ({ tx, ctx, above, resolutionId, date }, { caseId }) => {
    if (caseId) await above.keepAsIs(tx, ctx, { caseId, resolutionId, on: date })
  },
}

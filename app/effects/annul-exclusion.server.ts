import { isAppealPending } from '~/members/discipline/appeal-pending'
import { stillExcluded } from '~/members/discipline/still-excluded.server'
import { lawful, reason, unlawful } from '~/statutes/ruling'
import type { Carrier } from './carrier'

export const annulExclusion: Carrier<'annul-exclusion'> = {
  foresee: async ({ tx }, { caseId }) => {
    const found = await tx.disciplinaryCase.findUnique({ where: { id: caseId } })
    if (found && isAppealPending(found) && (await stillExcluded(tx, found))) return lawful()
    return unlawful(reason('6.4-a', 'Ce recours a été retiré ou décidé : retirez cette résolution de l’ordre du jour.'))
  },
  adopt: ({ tx, ctx, above, resolutionId, source, date }, { caseId, memberId }) =>
    above.annulExclusion(tx, ctx, { caseId, memberId, resolutionId, on: date, source }),
  reject: ({ tx, ctx, above, resolutionId, source, date }, { caseId }) =>
    above.upholdExclusion(tx, ctx, { caseId, resolutionId, on: date, source }),
}

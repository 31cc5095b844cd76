import { ofName } from '~/statutes/french'
import { lawful, reason, unlawful } from '~/statutes/ruling'
import type { Carrier } from './carrier'

export const admitActive: Carrier<'admit-active'> = {
  foresee: async ({ tx }, { applicationId, label }) => {
    const found = await tx.application.findUnique({ where: { id: applicationId }, select: { state: true } })
    if (found?.state === 'SUBMITTED' || found?.state === 'LISTED') return lawful()
    const said = found?.state === 'WITHDRAWN' ? 'a été retirée' : 'a déjà été décidée'
    return unlawful(
      reason('6.2-a', `La candidature ${ofName(label)} ${said} : retirez cette résolution de l’ordre du jour.`),
    )
  },
  adopt: ({ tx, ctx, above, resolutionId, date }, { applicationId }) =>
    above.admit(tx, ctx, { applicationId, on: date, resolutionId }),
  reject: ({ tx, ctx, above, date }, { applicationId }) => above.refuse(tx, ctx, { applicationId, on: date }),
}

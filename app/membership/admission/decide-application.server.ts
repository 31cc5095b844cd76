import { statutesInForce } from '~/association/in-force.server'
import { listingOf } from '~/meetings/agenda/listing.server'
import { isPresident } from '~/meetings/convene/signer.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { demandLawful, forbidden, Refusal } from '~/platform/refusal'
import { demandFresh } from '~/platform/sign-in/demand-fresh.server'
import { judgeAdmissionBy } from '~/statutes/membership'
import { lockWaiting } from '../applications/load-application.server'
import { refuseApplicant } from '../applications/refuse-applicant.server'
import { admitApplicant } from './admit-applicant.server'

/**
 * 6.2-a, where the statutes let the President alone admit: he answers a request to join, without a motive, with a fresh proof of
 * identity. Refused: anybody else (403), statutes that give it to another organ, a request that an agenda still carries, one
 * that is decided already (409): pressed twice, it is decided once.
 */
export async function decideApplication(
  ctx: Context,
  { applicationId, outcome }: { applicationId: string; outcome: 'admit' | 'refuse' },
): Promise<void> {
  if (!isPresident(ctx)) throw forbidden()
  const on = parisDate(ctx.now)
  await transact(ctx.db, async (tx) => {
    await lockWaiting(tx, applicationId)
    const { statutes } = await statutesInForce(tx, on)
    const ruling = judgeAdmissionBy(statutes, 'president')
    demandLawful(ruling)
    demandFresh(ctx)
    if (await listingOf(tx, { kind: 'admit-active', id: applicationId }))
      throw new Refusal('Cette candidature est à l’ordre du jour d’une réunion : retirez-en d’abord la résolution.')
    const admitted = outcome === 'admit'
    await journal(tx, ctx, {
      act: 'application.decided',
      subject: 'Application',
      subjectId: applicationId,
      ruling,
      details: { admitted },
    })
    await (admitted
      ? admitApplicant(tx, ctx, { applicationId, on, resolutionId: null })
      : refuseApplicant(tx, ctx, { applicationId, on }))
  })
}

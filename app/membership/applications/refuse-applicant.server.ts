import { statutesInForce } from '~/association/in-force.server'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { mailClosed } from './application-mails.server'
import { erasedFrom } from './erase-old-applications.server'
import { lockWaiting } from './load-application.server'
import { whoAdmits } from './who-admits'

/** 6.2-a: the organ that admits has not agreed. No motive is recorded or sent: there is none to give. */
export async function refuseApplicant(
  tx: Tx,
  ctx: Context,
  { applicationId, on }: { applicationId: string; on: string },
): Promise<void> {
  const { applicant } = await lockWaiting(tx, applicationId)
  await tx.application.update({
    where: { id: applicationId },
    data: { state: 'REFUSED', decidedOn: dateColumn(on) },
    select: { id: true },
  })
  await journal(tx, ctx, { act: 'application.refused', subject: 'Application', subjectId: applicationId })
  const { statutes } = await statutesInForce(tx, on)
  const closed = { template: 'application-refused' as const, on, erasedOn: erasedFrom(on) }
  await mailClosed(tx, ctx, applicant, { ...closed, admitting: whoAdmits(statutes) })
}

import { statutesInForce } from '~/association/in-force.server'
import { demandPower } from '~/platform/demand-power.server'
import { lockMeeting } from '~/meetings/lock.server'
import { renumberResolutions } from '~/meetings/prepare/renumber.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { notFound, Refusal } from '~/platform/refusal'
import { mailClosed } from './application-mails.server'
import { erasedFrom } from './erase-old-applications.server'
import { liveListing, lockWaiting } from './load-application.server'
import { whoAdmits } from './who-admits'

/**
 * Withdraws an application at the applicant's request: its resolution leaves the agenda, or is marked withdrawn where the
 * agenda has been sent. Refused once the vote has begun or the decision is taken.
 */
export async function withdrawApplication(ctx: Context, { applicationId }: { applicationId: string }): Promise<void> {
  demandPower(ctx, 'members.write')
  await transact(ctx.db, async (tx) => {
    await lockItsMeeting(tx, applicationId)
    const application = await lockWaiting(tx, applicationId)
    const listing = await liveListing(tx, application)
    if (listing && listing.state !== 'PENDING')
      throw new Refusal('Le vote sur cette candidature a commencé : elle ne se retire plus.')
    if (listing?.meeting.state === 'DRAFT') {
      await tx.resolution.delete({ where: { id: listing.id }, select: { id: true } })
      await renumberResolutions(tx, listing.meeting.id)
    } else if (listing) {
      const data = { state: 'WITHDRAWN' as const, closedAt: dateFromInstant(ctx.now) }
      await tx.resolution.update({ where: { id: listing.id }, data, select: { id: true } })
    }
    const on = parisDate(ctx.now)
    await tx.application.update({
      where: { id: applicationId },
      data: { state: 'WITHDRAWN', decidedOn: dateColumn(on), resolutionId: null },
      select: { id: true },
    })
    await journal(tx, ctx, { act: 'application.withdrawn', subject: 'Application', subjectId: applicationId })
    const { statutes } = await statutesInForce(tx, on)
    const closed = { template: 'application-withdrawn' as const, on, erasedOn: erasedFrom(on) }
    await mailClosed(tx, ctx, application.applicant, { ...closed, admitting: whoAdmits(statutes) })
  })
}

/** The meeting first, then the application, as whoever lists or decides does. */
async function lockItsMeeting(tx: Tx, applicationId: string): Promise<void> {
  const row = await tx.application.findUnique({ where: { id: applicationId }, select: { resolutionId: true } })
  if (!row) throw notFound()
  const listing = await liveListing(tx, row)
  if (listing) await lockMeeting(tx, listing.meeting.id)
}

import { statutesInForce } from '~/association/in-force.server'
import { demandPower } from '~/platform/demand-power.server'
import { listingOf } from '~/meetings/agenda/listing.server'
import { takeOffAgenda } from '~/meetings/agenda/take-off-agenda.server'
import { isVoteBegun } from '~/meetings/agenda/vote-begun'
import { lockMeeting } from '~/meetings/lock.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { Refusal } from '~/platform/refusal'
import { mailClosed } from './application-mails.server'
import { erasedFrom } from './erase-old-applications.server'
import { lockWaiting } from './load-application.server'
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
    const listing = await listingOf(tx, { kind: 'admit-active', id: applicationId })
    if (listing && isVoteBegun(listing))
      throw new Refusal('Le vote sur cette candidature a commencé : elle ne se retire plus.')
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
    if (listing) await takeOffAgenda(tx, ctx, { resolutionId: listing.id })
  })
}

/** The meeting first, then the application, as whoever lists or decides does. */
async function lockItsMeeting(tx: Tx, applicationId: string): Promise<void> {
  const listing = await listingOf(tx, { kind: 'admit-active', id: applicationId })
  if (listing) await lockMeeting(tx, listing.meeting.id)
}

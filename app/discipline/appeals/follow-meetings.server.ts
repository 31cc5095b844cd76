import { Prisma } from '~/generated/prisma/client'
import type { MeetingState } from '~/generated/prisma/enums'
import type { SystemContext } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { eachAlone } from '~/platform/each-alone.server'
import type { MeetingNews } from '../../../emails/appeal-news.subject'
import { lockCase } from '../cases/lock-case.server'
import { stillExcluded } from '~/members/discipline/still-excluded.server'
import { appealListing } from './appeal-facts.server'
import { isAppealPending } from '~/members/discipline/appeal-pending'
import { tellMeeting } from './tell-meeting.server'
import { readTold, sameTold, toldOf } from './told'

/**
 * The night's work on appeals (6.4-a): the excluded person, whom no convocation reaches, learns that the assembly which was to
 * hear his appeal has another day, hour or place, is cancelled, or does not hear it any more. Once for each change; several in a
 * day make one. Returns how many were told.
 */
export async function followAppealMeetings(ctx: SystemContext): Promise<number> {
  const waiting = await ctx.db.disciplinaryCase.findMany({
    where: { appealedOn: { not: null }, appealOutcome: null, appealTold: { not: Prisma.DbNull } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  const { done } = await eachAlone(
    'meetings of appeals',
    waiting.map(({ id }) => id),
    (id) => transact(ctx.db, (tx) => follow(tx, ctx, id)),
  )
  return done
}

/** Why a meeting of which one was told will not hear the appeal, by what became of it. */
const GONE: Record<MeetingState, MeetingNews> = {
  DRAFT: 'removed',
  CONVENED: 'removed',
  OPEN: 'removed',
  CLOSED: 'undecided',
  NO_QUORUM: 'undecided',
  CANCELLED: 'cancelled',
}

async function follow(tx: Tx, ctx: SystemContext, caseId: string): Promise<boolean> {
  const found = await lockCase(tx, caseId)
  const known = readTold(found.appealTold)
  if (!known || !isAppealPending(found) || !(await stillExcluded(tx, found))) return false
  const listing = await appealListing(tx, caseId)
  if (listing) {
    const { title, state } = listing.meeting
    const hearing = toldOf(listing.meeting)
    if (state === 'OPEN' || sameTold(known, hearing)) return false
    await tellMeeting(tx, ctx, found, { news: 'moved', title, hearing })
    return true
  }
  const { meetingId, startsAt, place } = known
  if (meetingId === null || startsAt === null) return false
  const { title, state } = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: { title: true, state: true },
  })
  await tellMeeting(tx, ctx, found, { news: GONE[state], title, hearing: { meetingId, startsAt, place } })
  return true
}

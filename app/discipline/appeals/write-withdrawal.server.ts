import { takeOffAgenda } from '~/meetings/agenda/take-off-agenda.server'
import { isVoteBegun } from '~/meetings/agenda/vote-begun'
import { lockMeeting } from '~/meetings/lock.server'
import type { Context } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, notFound, Refusal } from '~/platform/refusal'
import { lawful, reason } from '~/statutes/ruling'
import { frenchDate } from '~/ui/format'
import { viewOf, type View } from '../cases/access.server'
import { lockCase } from '../cases/lock-case.server'
import { stillExcluded } from '~/members/discipline/still-excluded.server'
import { appealListing } from './appeal-facts.server'
import { mailKeepers, mailWithdrawal } from './appeal-mails.server'
import { writeWithdrawalLetter } from './withdrawal-letter.server'

export type Withdrawal = { caseId: string; way: 'online' | 'letter'; on: string; by: View }

const LAWFUL = lawful(reason('6.4-a', 'Qui a formé un recours peut le retirer jusqu’à l’ouverture du vote.'))

/**
 * Writes the withdrawal of an appeal, once: its resolution leaves the agenda, the person who appealed gets an acknowledgement,
 * the officer who keeps the file a notice; the exclusion stands. Withdrawn already, nothing more happens. Our reading of 6.4-a,
 * silent here: it is final, which the form says first. Refused: anybody but `by`, no appeal (404); a day before the appeal
 * (400); the ballot opened, the assembly decided, or the exclusion without effect (409).
 */
export async function writeWithdrawal(ctx: Context, { caseId, way, on, by }: Withdrawal): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const { found, listing } = await lockAppeal(tx, caseId)
    if ((await viewOf(tx, ctx, found)) !== by || !found.appealedOn) throw notFound()
    if (found.appealOutcome === 'WITHDRAWN') return
    if (found.appealOutcome)
      throw new Refusal('L’assemblée a décidé sur ce recours : il ne se retire plus.', { reasons: LAWFUL.reasons })
    if (!(await stillExcluded(tx, found)))
      throw new Refusal('Cette exclusion n’a plus d’effet : il n’y a plus de recours à retirer.')
    if (listing && isVoteBegun(listing))
      throw new Refusal('Le vote de l’assemblée sur ce recours est ouvert : il ne se retire plus.', {
        reasons: LAWFUL.reasons,
      })
    if (on < isoDate(found.appealedOn)) throw badField('on', 'Ce jour précède le recours lui-même.')
    const removed = listing?.meeting.state === 'DRAFT'
    await tx.disciplinaryCase.update({
      where: { id: found.id },
      data: {
        appealOutcome: 'WITHDRAWN',
        appealDecidedOn: dateColumn(on),
        ...(removed && { appealResolutionId: null }),
      },
      select: { id: true },
    })
    const mailed = await mailWithdrawal(tx, ctx, found, on)
    if (!mailed) await writeWithdrawalLetter(tx, ctx, found, on)
    await mailKeepers(tx, ctx, found, { news: 'withdrawn', on, convened: listing !== null && !removed })
    await journal(tx, ctx, {
      act: 'case.appeal-withdrawn',
      subject: 'DisciplinaryCase',
      subjectId: found.id,
      ruling: LAWFUL,
      details: { way, on },
    })
    const noted = `Recours retiré le ${frenchDate(on)} : sans objet, il ne sera pas voté.`
    if (listing) await takeOffAgenda(tx, ctx, { resolutionId: listing.id, noted })
  })
}

/** The case and its resolution still to be voted, the meeting held before the case as whoever lists or votes does. */
async function lockAppeal(tx: Tx, caseId: string) {
  const seen = await appealListing(tx, caseId)
  if (seen) await lockMeeting(tx, seen.meeting.id)
  const found = await lockCase(tx, caseId)
  const listing = await appealListing(tx, caseId)
  if (listing && listing.meeting.id !== seen?.meeting.id)
    throw new Refusal('Ce recours vient d’être inscrit à un ordre du jour : relisez cette page, puis recommencez.')
  return { found, listing }
}

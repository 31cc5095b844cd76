import { may } from '~/platform/permissions'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, forbidden, notFound } from '~/platform/refusal'
import { later } from '~/statutes/civil-date'
import { plainDate } from '~/statutes/french'

export type Posting = { meetingId: string; noticeIds: string[] | 'all'; postedOn: string; postalNumber?: string | null }

/**
 * Says that letters were posted on a day, with the number of the registered one; the first saying holds.
 * Refused (400): a day to come, or before the convocation itself was decided. Returns how many.
 */
export async function markPosted(
  ctx: Context,
  { meetingId, noticeIds, postedOn, postalNumber }: Posting,
): Promise<number> {
  if (!may(ctx.actor, 'meetings.convene') && !may(ctx.actor, 'meetings.prepare')) throw forbidden()
  if (postedOn > parisDate(ctx.now)) throw badField('postedOn', 'Cette date n’est pas encore venue.')
  return transact(ctx.db, async (tx) => {
    const chosen = noticeIds === 'all' ? {} : { id: { in: noticeIds } }
    const notices = await tx.convocationNotice.findMany({
      where: { convocation: { meetingId }, channel: 'LETTER', ...chosen },
      select: { id: true, postedOn: true, joinedOn: true, convocation: { select: { sentOn: true } } },
    })
    if (notices.length === 0) throw notFound()
    const written = notices.filter((notice) => notice.postedOn === null)
    const decided = written.map(({ joinedOn, convocation }) => isoDate(joinedOn ?? convocation.sentOn))
    const last = decided.length > 0 ? decided.reduce(later) : postedOn
    if (postedOn < last)
      throw badField('postedOn', `La convocation date du ${plainDate(last)} : aucune lettre n’est partie avant.`)
    const { count } = await tx.convocationNotice.updateMany({
      where: { id: { in: notices.map(({ id }) => id) }, postedOn: null },
      data: { postedOn: dateColumn(postedOn), postedById: ctx.actor.accountId, postalNumber: postalNumber || null },
    })
    await journal(tx, ctx, {
      act: 'convocation.posted',
      subject: 'Meeting',
      subjectId: meetingId,
      details: { count, postedOn },
    })
    return count
  })
}

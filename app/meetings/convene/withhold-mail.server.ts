import { parisDate } from '~/platform/clock.server'
import type { SystemContext } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { recipientPostal } from './recipients.server'

const WITHHELD = 'Courriel retenu : le membre a retiré son accord avant le départ. Une lettre le remplace.'

/**
 * Asked when a queued mail is about to leave. A convocation to an assembly, or its correction, whose reader has withdrawn his
 * agreement to mails since it was decided does not leave (13.2-a): it becomes a letter to post where his address is known, else a
 * mail that reached nobody. Returns why it is withheld; null: it leaves. The Bureau is convened by any means.
 */
export async function withheldMail(ctx: SystemContext, mailId: string): Promise<string | null> {
  return transact(ctx.db, async (tx) => {
    const notice = await tx.convocationNotice.findUnique({
      where: { mailId },
      select: {
        id: true,
        memberId: true,
        channel: true,
        member: { select: { convocationConsentOn: true } },
        convocation: { select: { meetingId: true, meeting: { select: { state: true, body: true } } } },
      },
    })
    if (!notice) return null
    const { memberId, member, channel, convocation } = notice
    const { state, body } = convocation.meeting
    if (state !== 'CONVENED' || body === 'bureau' || member.convocationConsentOn !== null) return null
    const address = (await recipientPostal(tx, [memberId], parisDate(ctx.now))).get(memberId)
    if (channel === 'LETTER' || address === undefined) return WITHHELD
    await tx.convocationNotice.update({
      where: { id: notice.id },
      data: { channel: 'LETTER', address },
      select: { id: true },
    })
    const details = { count: 1, noticeId: notice.id }
    const subjectId = convocation.meetingId
    await journal(tx, ctx, { act: 'convocation.by-letter', subject: 'Meeting', subjectId, details })
    return WITHHELD
  })
}

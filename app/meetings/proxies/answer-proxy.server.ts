import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { spelt } from '~/platform/journal-acts'
import { notFound, Refusal } from '~/platform/refusal'
import { lockMeeting } from '../lock.server'
import { publishAttendance } from '../session/publish-attendance.server'
import { demandRunning, partiesOf, speaksFor } from './parties'
import { judgeProxy, proxyFacts } from './proxy-book.server'
import { mailAnswer } from './proxy-mails.server'

/**
 * The holder accepts or declines a proxy offered to him; both get a mail (6.1-d, 6.2-c). Refused to whoever does not speak for the
 * holder, and once the offer is over. The same answer twice changes nothing.
 */
export async function answerProxy(
  ctx: Context,
  input: { proxyId: string; accept: boolean },
): Promise<{ state: 'ACCEPTED' | 'DECLINED' }> {
  const offered = await ctx.db.proxy.findUnique({
    where: { id: input.proxyId },
    select: { meetingId: true, holderId: true },
  })
  if (!offered || !speaksFor(ctx, offered.holderId)) throw notFound()
  const state = input.accept ? 'ACCEPTED' : 'DECLINED'
  return transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, offered.meetingId)
    demandRunning(meeting)
    const proxy = await tx.proxy.findUniqueOrThrow({ where: { id: input.proxyId } })
    if (proxy.state === state) return { state }
    if (proxy.state !== 'OFFERED') throw new Refusal('Ce pouvoir n’est plus en attente de votre réponse.')
    const facts = await proxyFacts(tx, meeting)
    const ruling = judgeProxy({ ...facts, present: null }, { from: proxy.giverId, to: proxy.holderId })
    if (input.accept && !ruling.accepted) throw new Refusal(ruling.reason.sentence, { reasons: [ruling.reason] })
    await tx.proxy.update({
      where: { id: proxy.id },
      data: { state, answeredAt: dateFromInstant(ctx.now) },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: `proxy.${spelt(state)}`,
      subject: 'Proxy',
      subjectId: proxy.id,
      details: { meetingId: meeting.id },
    })
    await mailAnswer(tx, ctx, partiesOf(facts, proxy.giverId, proxy.holderId), { accepted: input.accept })
    if (meeting.state === 'OPEN') await publishAttendance(tx, meeting.id)
    return { state }
  })
}

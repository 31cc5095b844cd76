import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { notFound, Refusal } from '~/platform/refusal'
import { lockMeeting } from '../lock.server'
import { demandRunning, partiesOf, speaksFor } from './parties'
import { judgeProxy, proxyFacts } from './proxy-book.server'
import { mailOffer } from './proxy-mails.server'
import { writeProxy } from './write-proxy.server'

/**
 * A member gives his proxy (6.1-d, 6.2-c): the holder's place is kept until he answers. Refused to whoever does not speak for the
 * giver; refused with article and figures when the holder may not take it, when the giver is in the room or has given already.
 */
export async function offerProxy(
  ctx: Context,
  input: { meetingId: string; giverId: string; holderId: string },
): Promise<{ proxyId: string }> {
  const { meetingId, giverId, holderId } = input
  if (!speaksFor(ctx, giverId)) throw notFound()
  return transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    demandRunning(meeting)
    const facts = await proxyFacts(tx, meeting)
    const same = facts.live.find(({ from, to }) => from === giverId && to === holderId)
    if (same) return { proxyId: same.id }
    const parties = partiesOf(facts, giverId, holderId)
    const ruling = judgeProxy(facts, { from: giverId, to: holderId })
    if (!ruling.accepted) throw new Refusal(ruling.reason.sentence, { reasons: [ruling.reason] })
    const proxyId = await writeProxy(tx, ctx, {
      meetingId,
      ruling,
      state: 'OFFERED',
      paper: false,
      scanDocumentId: null,
    })
    await tx.meetingAnswer.create({
      data: {
        meetingId,
        memberId: giverId,
        kind: 'PROXY',
        recordedById: ctx.actor.accountId,
        at: dateFromInstant(ctx.now),
      },
      select: { id: true },
    })
    await mailOffer(tx, ctx, parties)
    return { proxyId }
  })
}

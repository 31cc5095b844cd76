import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { publish } from '~/platform/live.server'
import { Refusal } from '~/platform/refusal'
import { unlawful } from '~/statutes/ruling'
import { lockMeeting } from '../lock.server'
import { meetingFacts, meetingTopic } from './facts.server'
import { quorumOf, storedQuorum, type QuorumRuling } from './quorum.server'
import { demandChair } from './rights.server'

/**
 * The chair finds that the quorum is not met and ends the session without opening it: who came, who was represented and
 * the figures are kept for the minutes of default (13.2-e, 13.3-b, 8.3-a). Refused before the hour convened, once the session
 * was declared open, and while the quorum is met. Found twice, it stays as it was the first time.
 */
export async function declareNoQuorum(ctx: Context, { meetingId }: { meetingId: string }): Promise<QuorumRuling> {
  return transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    demandChair(ctx.actor, meeting)
    const facts = await meetingFacts(tx, meetingId)
    const quorum = quorumOf(facts)
    if (meeting.state === 'NO_QUORUM') return quorum
    if (meeting.state !== 'OPEN')
      throw new Refusal('Ouvrez d’abord l’émargement : l’absence de quorum se constate en séance.')
    if (meeting.openedAt)
      throw new Refusal(
        'La séance est déjà déclarée ouverte : elle a réuni son quorum. Si des départs le font perdre, plus rien n’est voté ; retirez les résolutions restantes, puis levez la séance.',
      )
    if (ctx.now.epochMilliseconds < meeting.startsAt.getTime())
      throw new Refusal('L’heure de la convocation n’est pas encore venue : des membres peuvent arriver.')
    if (quorum.met) throw new Refusal('Le quorum est atteint.', { reasons: quorum.reasons })
    await tx.meeting.update({
      where: { id: meetingId },
      data: { state: 'NO_QUORUM', openingQuorum: storedQuorum(quorum, facts), closedAt: dateFromInstant(ctx.now) },
      select: { id: true },
    })
    // a ballot open on line ends with the session that it was for, and its sealed votes are destroyed unread
    await tx.$executeRaw`DELETE FROM "SealedVote" s USING "Resolution" r
      WHERE r."id" = s."resolutionId" AND r."meetingId" = ${meetingId}::uuid AND r."state" = 'ONLINE'`
    await tx.resolution.updateMany({ where: { meetingId, state: 'ONLINE' }, data: { state: 'PENDING' } })
    await journal(tx, ctx, {
      act: 'session.no-quorum',
      subject: 'Meeting',
      subjectId: meetingId,
      ruling: unlawful(...quorum.reasons),
      details: { counted: quorum.counted, required: quorum.required, base: quorum.base },
    })
    await publish(tx, meetingTopic(meetingId), 'state', { state: 'NO_QUORUM' })
    return quorum
  })
}

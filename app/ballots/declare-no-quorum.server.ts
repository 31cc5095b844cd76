import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { publish } from '~/platform/live.server'
import { Refusal } from '~/platform/refusal'
import { unlawful } from '~/statutes/ruling'
import { ballotBox } from './box/ballot-box.server'
import { putBackOnline } from '~/meetings/agenda/ballot-state.server'
import { lockMeeting } from '~/meetings/lock.server'
import { meetingFacts, meetingTopic } from '~/meetings/session/facts.server'
import { quorumOf, storedQuorum, type QuorumRuling } from '~/meetings/session/quorum.server'
import { markNoQuorum } from '~/meetings/session/mark-no-quorum.server'
import { demandChair } from '~/meetings/session/rights.server'

/**
 * The chair finds that the quorum is not met and ends the session without opening it: who came, who was represented and
 * the figures are kept for the minutes of default (13.2-e, 13.3-b, 8.3-a). Refused before the hour convened, once the session
 * was declared open, and while the quorum is met. Found twice, it stays as it was the first time.
 */
export async function declareNoQuorum(ctx: Context, { meetingId }: { meetingId: string }): Promise<QuorumRuling> {
  const found = await transact(ctx.db, async (tx) => {
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
    await markNoQuorum(tx, ctx, meetingId, storedQuorum(quorum, facts))
    // a ballot open on line ends with the session that it was for, and its sealed votes are destroyed unread
    const online = await tx.resolution.findMany({ where: { meetingId, state: 'ONLINE' }, select: { id: true } })
    for (const { id } of online) await ballotBox.discard(tx, id)
    await putBackOnline(tx, meetingId)
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
  await ballotBox.sweep(ctx.db)
  return found
}

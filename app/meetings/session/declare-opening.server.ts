import type { Context } from '~/platform/context'
import { dateFromInstant, instantFromDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { publish } from '~/platform/live.server'
import { Refusal } from '~/platform/refusal'
import { frenchTime, parisParts } from '~/ui/format'
import { lockMeeting } from '../lock.server'
import { meetingFacts, meetingTopic } from './facts.server'
import { quorumOf, storedQuorum, type QuorumRuling } from './quorum.server'
import { demandChair } from './rights.server'

/**
 * The chair declares the session open: the quorum is judged and kept with the hour. Refused before the hour convened, and
 * while the quorum is not met (13.2-c, 13.3-b, 8.3-a). Declared twice, it stays as it was the first time.
 */
export async function declareOpening(ctx: Context, { meetingId }: { meetingId: string }): Promise<QuorumRuling> {
  return transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    demandChair(ctx.actor, meeting)
    if (meeting.state !== 'OPEN') throw new Refusal('Ouvrez d’abord l’émargement.')
    const facts = await meetingFacts(tx, meetingId)
    const quorum = quorumOf(facts)
    if (meeting.openedAt) return quorum
    if (ctx.now.epochMilliseconds < meeting.startsAt.getTime()) {
      const { hour, minute } = parisParts(instantFromDate(meeting.startsAt))
      throw new Refusal(
        `La réunion est convoquée à ${frenchTime(`${hour}:${minute}`)} : la séance ne s’ouvre pas avant cette heure.`,
      )
    }
    if (!quorum.met) throw new Refusal('Le quorum n’est pas atteint.', { reasons: quorum.reasons })
    const ruling = { outcome: 'lawful' as const, reasons: quorum.reasons }
    await tx.meeting.update({
      where: { id: meetingId },
      data: { openedAt: dateFromInstant(ctx.now), openingQuorum: storedQuorum(quorum, facts) },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: 'session.opened',
      subject: 'Meeting',
      subjectId: meetingId,
      ruling,
      details: { counted: quorum.counted, required: quorum.required },
    })
    await publish(tx, meetingTopic(meetingId), 'quorum', {
      met: quorum.met,
      counted: quorum.counted,
      required: quorum.required,
      base: quorum.base,
      unit: quorum.unit,
    })
    await publish(tx, meetingTopic(meetingId), 'state', { state: 'OPEN', opened: true })
    return quorum
  })
}

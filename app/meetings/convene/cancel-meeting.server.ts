import { may } from '~/platform/permissions'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, forbidden, Refusal } from '~/platform/refusal'
import { lawful, reason } from '~/statutes/ruling'
import { noticeRule } from '~/statutes/notice'
import { lockMeeting } from '../lock.server'
import { sendConvocation, type Sent } from './send-convocation.server'

/**
 * Cancels a meeting: everybody convened is told, the calendar's event is cancelled (METHOD CANCEL, SEQUENCE raised). A draft is
 * put aside without a word. Refused to whoever may not convene, without a reason, and once the session is open.
 */
export async function cancelMeeting(ctx: Context, input: { meetingId: string; reason: string }): Promise<Sent | null> {
  if (!may(ctx.actor, 'meetings.convene')) throw forbidden()
  const note = input.reason.trim()
  if (note === '') throw badField('reason', 'Dites pourquoi la réunion est annulée : les membres le liront.')
  return transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, input.meetingId)
    if (meeting.state === 'CANCELLED') return null
    if (meeting.state !== 'DRAFT' && meeting.state !== 'CONVENED')
      throw new Refusal('La séance a déjà été ouverte : elle ne s’annule plus.')
    const convened = meeting.state === 'CONVENED'
    const sequence = meeting.sequence + (convened ? 1 : 0)
    await tx.meeting.update({ where: { id: meeting.id }, data: { state: 'CANCELLED', sequence }, select: { id: true } })
    const rule = noticeRule(meeting.body, meeting.session === 2 ? 2 : 1)
    const ruling = lawful(reason(rule, 'Qui convoque peut annuler jusqu’à l’ouverture de la séance.'))
    const sent = convened
      ? await sendConvocation(tx, ctx, { meeting, kind: 'CANCELLATION', sequence, ruling, note })
      : null
    await journal(tx, ctx, {
      act: 'meeting.cancelled',
      subject: 'Meeting',
      subjectId: meeting.id,
      ruling,
      details: { sequence, mails: sent?.mails ?? 0, letters: sent?.letters ?? 0 },
    })
    return sent
  })
}

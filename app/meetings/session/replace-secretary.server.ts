import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, Refusal } from '~/platform/refusal'
import { insertIncident } from '../incidents.server'
import { lockMeeting } from '../lock.server'
import { demandChair } from './rights.server'
import { secretaryChoices } from './secretaries.server'

/**
 * The chair names another secretary of the session, who keeps the minutes and signs them with him: the one named first never
 * came, left, or cannot sign. Kept as an incident. Refused once the minutes are offered for signature, and for the chair himself.
 */
export async function replaceSecretary(ctx: Context, input: { meetingId: string; secretary: string }): Promise<void> {
  const { meetingId } = input
  await transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    demandChair(ctx.actor, meeting)
    if (meeting.state !== 'OPEN' && meeting.state !== 'CLOSED' && meeting.state !== 'NO_QUORUM')
      throw new Refusal('La séance n’a pas été ouverte : le secrétariat se choisit à son ouverture.')
    const alive = await tx.minutes.count({ where: { meetingId, state: { not: 'WITHDRAWN' } } })
    if (alive > 0)
      throw new Refusal(
        'Le procès-verbal est proposé à la signature : reprenez-le d’abord, puis changez le secrétariat.',
      )
    const secretary = (await secretaryChoices(tx, meeting)).find(({ accountId }) => accountId === input.secretary)
    if (!secretary) throw badField('secretary', 'Choisissez la personne qui tient le secrétariat.')
    if (secretary.accountId === meeting.secretaryAccountId) return
    await tx.meeting.update({
      where: { id: meetingId },
      data: { secretaryAccountId: secretary.accountId, secretaryName: secretary.name },
      select: { id: true },
    })
    const text = `${secretary.name} tient le secrétariat de séance, à la place de ${meeting.secretaryName ?? 'personne'}.`
    await insertIncident(tx, ctx, { meetingId, kind: 'session', text, rule: '8.3-c' })
    await journal(tx, ctx, { act: 'session.secretary', subject: 'Meeting', subjectId: meetingId })
  })
}

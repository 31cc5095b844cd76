import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { publish } from '~/platform/live.server'
import { Refusal } from '~/platform/refusal'
import { lockMeeting } from '../lock.server'
import { meetingTopic } from './facts.server'
import { INCIDENT_KINDS, type IncidentInput } from './record-incident.form'
import { demandDesk } from './rights.server'

/** The same words twice within this time are one press of the button. */
const TWICE_MS = 60_000

/** Writes down something that happened in the session, with its hour, for the minutes. Refused when no session is open. */
export async function recordIncident(ctx: Context, input: IncidentInput & { meetingId: string }): Promise<void> {
  const { meetingId, kind, text } = input
  await transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    demandDesk(ctx.actor, meeting)
    if (meeting.state !== 'OPEN') throw new Refusal('La séance n’est pas ouverte : ajoutez ce fait au procès-verbal.')
    const at = dateFromInstant(ctx.now)
    const known = await tx.incident.count({
      where: { meetingId, kind, text, at: { gt: new Date(at.getTime() - TWICE_MS) } },
    })
    if (known > 0) return
    const { id } = await tx.incident.create({
      data: { meetingId, at, kind, text, rule: INCIDENT_KINDS[kind].rule, recordedBy: ctx.actor.accountId },
      select: { id: true },
    })
    await journal(tx, ctx, { act: 'session.incident', subject: 'Incident', subjectId: id, details: { kind } })
    await publish(tx, meetingTopic(meetingId), 'state', { incident: kind })
  })
}

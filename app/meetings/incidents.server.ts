import { z } from 'zod'
import { may } from '~/platform/permissions'
import type { Context, SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, forbidden } from '~/platform/refusal'
import type { RuleId } from '~/statutes/ruling'
import { v7 } from '~/platform/uuid.server'
import { lockMeeting } from './lock.server'

export const INCIDENT_KINDS = {
  'late-convocation': 'Convocation hors délai',
  'not-told': 'Résolution annoncée trop tard, non votée',
  'untold-members': 'Séance ouverte sans que tous aient été prévenus à temps',
  'off-agenda': 'Question posée hors de l’ordre du jour',
  'revocation-off-agenda': 'Incident de séance : révocation demandée hors de l’ordre du jour',
  session: 'Incident de séance',
} as const

const kinds = z.enum(Object.keys(INCIDENT_KINDS) as [IncidentKind, ...IncidentKind[]])
export type IncidentKind = keyof typeof INCIDENT_KINDS

/** One line of what happened, kept as it is and carried into the minutes; in the transaction of its act. */
export async function insertIncident(
  tx: Tx,
  ctx: Context | SystemContext,
  incident: { meetingId: string; kind: IncidentKind; text: string; rule: RuleId | null },
): Promise<string> {
  const { id } = await tx.incident.create({
    data: {
      ...incident,
      id: v7(ctx.now.epochMilliseconds),
      at: dateFromInstant(ctx.now),
      recordedById: ctx.actor?.accountId ?? null,
    },
    select: { id: true },
  })
  return id
}

const RULES: Record<IncidentKind, RuleId | null> = {
  'late-convocation': '13.2-a',
  'not-told': '13.2-a',
  'untold-members': '13.2-a',
  'off-agenda': '13.2-b',
  'revocation-off-agenda': '8.1-b',
  session: null,
}

/**
 * Notes an incident of the meeting (13.2-b: a question raised off the agenda, which cannot be voted; 8.1-b: a revocation asked
 * after an incident). Refused to whoever neither holds the desk nor writes the minutes, and without a text.
 */
export async function recordIncident(
  ctx: Context,
  input: { meetingId: string; kind: string; text: string },
): Promise<string> {
  if (!may(ctx.actor, 'session.desk') && !may(ctx.actor, 'minutes.write')) throw forbidden()
  const kind = kinds.parse(input.kind)
  const text = input.text.trim()
  if (text === '') throw badField('text', 'Écrivez ce qui s’est passé.')
  return transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, input.meetingId)
    const id = await insertIncident(tx, ctx, { meetingId: meeting.id, kind, text, rule: RULES[kind] })
    await journal(tx, ctx, {
      act: 'meeting.incident-recorded',
      subject: 'Meeting',
      subjectId: meeting.id,
      details: { kind, incidentId: id },
    })
    return id
  })
}

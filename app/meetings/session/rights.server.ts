import type { Meeting } from '~/generated/prisma/client'
import { may } from '~/platform/permissions'
import type { Actor } from '~/platform/context'
import { forbidden } from '~/platform/refusal'

/** Whether the actor presides: who opened the session as its chair, or whoever holds the presidency (13.2-d, 10-a). */
export function presides(actor: Actor, meeting: Pick<Meeting, 'chairMemberId'>): boolean {
  return (
    may(actor, 'session.chair') ||
    (meeting.chairMemberId !== null && actor.actingFor.some(({ memberId }) => memberId === meeting.chairMemberId))
  )
}

/** Whether the actor keeps the attendance: an officer of the desk, the person who presides, or the secretary of the session. */
export function keepsDesk(actor: Actor, meeting: Pick<Meeting, 'chairMemberId' | 'secretaryAccountId'>): boolean {
  return may(actor, 'session.desk') || presides(actor, meeting) || meeting.secretaryAccountId === actor.accountId
}

export function demandChair(actor: Actor, meeting: Pick<Meeting, 'chairMemberId'>): void {
  if (!presides(actor, meeting)) throw forbidden()
}

export function demandDesk(actor: Actor, meeting: Pick<Meeting, 'chairMemberId' | 'secretaryAccountId'>): void {
  if (!keepsDesk(actor, meeting)) throw forbidden()
}

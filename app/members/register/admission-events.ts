import type { Reason } from '~/statutes/ruling'
import { foldEvents, type MembershipEvent } from './fold-events'
import type { NewMember } from './new-member'
import { objection } from './may-follow'

type Member = Pick<NewMember, 'kind' | 'category' | 'admittedOn' | 'leaving'>

/** The events with which a new member enters the register: its admission, and its departure when that is history already. */
export function admissionEvents({ category, admittedOn, leaving }: Member): MembershipEvent[] {
  const admitted = { kind: 'ADMITTED' as const, on: admittedOn, category }
  return leaving ? [admitted, leaving] : [admitted]
}

/** 6-a, 6.4-a: why these events cannot be recorded; null when they can. */
export function admissionObjection(
  member: Member,
  facts: { today: string; categories: readonly string[] },
): Reason | null {
  const events = admissionEvents(member)
  const objections = events.map((event, index) => {
    const before = events.slice(0, index)
    return objection(foldEvents(before), event, { ...facts, kind: member.kind, lastOn: before.at(-1)?.on ?? null })
  })
  return objections.find((each) => each !== null) ?? null
}

import type { MemberEventKind } from '~/generated/prisma/enums'
import { addDays } from '~/statutes/civil-date'

/** One thing that happened to a membership, on a civil day 'YYYY-MM-DD'. */
export type MembershipEvent = {
  kind: MemberEventKind
  on: string
  category?: string | null
  /** last day of a suspension, included; null while no end is known */
  until?: string | null
}

/** What the events of a membership make of it; `leftOn` is its first day without membership. */
export type Membership = {
  category: string
  admittedOn: string
  leftOn: string | null
  suspendedFrom: string | null
  suspendedUntil: string | null
}

export const LEAVING = ['RESIGNED', 'EXCLUDED', 'REMOVED', 'DECEASED', 'DISSOLVED'] as const satisfies MemberEventKind[]
export const isLeaving = (kind: MemberEventKind): boolean => LEAVING.some((each) => each === kind)

/** The membership after one more event; null before any admission. A new admission starts its seniority again. */
export function foldEvent(state: Membership | null, event: MembershipEvent): Membership | null {
  if (event.kind === 'ADMITTED') {
    const category = event.category ?? state?.category ?? ''
    return { category, admittedOn: event.on, leftOn: null, suspendedFrom: null, suspendedUntil: null }
  }
  if (!state) return null
  if (event.kind === 'CATEGORY_CHANGED') return { ...state, category: event.category ?? state.category }
  if (event.kind === 'SUSPENDED') return { ...state, suspendedFrom: event.on, suspendedUntil: event.until ?? null }
  if (event.kind === 'REINSTATED') return reinstated(state, event.on)
  return { ...state, leftOn: event.on }
}

/** The membership made by events given in their order; null when nobody was admitted. */
export function foldEvents(events: readonly MembershipEvent[]): Membership | null {
  return events.reduce(foldEvent, null)
}

/** A suspension lifted before its first day never was; otherwise its last day is the eve. */
function reinstated(state: Membership, on: string): Membership {
  if (!state.suspendedFrom || on <= state.suspendedFrom) return { ...state, suspendedFrom: null, suspendedUntil: null }
  return { ...state, suspendedUntil: addDays(on, -1) }
}

/** Whether the membership exists on that day. */
export const isMemberOn = (membership: Membership, date: string): boolean =>
  membership.admittedOn <= date && (membership.leftOn === null || membership.leftOn > date)

/** 6.4-c: whether it is suspended on that day, first and last day included. */
export const isSuspendedOn = (
  membership: Pick<Membership, 'suspendedFrom' | 'suspendedUntil'>,
  date: string,
): boolean =>
  membership.suspendedFrom !== null &&
  membership.suspendedFrom <= date &&
  (membership.suspendedUntil === null || membership.suspendedUntil >= date)

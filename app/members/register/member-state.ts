import { isMemberOn, isSuspendedOn, type Membership } from './fold-events'

export type MemberState = 'member' | 'suspended' | 'left' | 'coming'

export const STATE_LABELS: Record<MemberState, string> = {
  member: 'membre',
  suspended: 'suspendu',
  left: 'parti',
  coming: 'admis plus tard',
}

/** What a membership is on a civil day. */
export function stateOn(membership: Membership, date: string): MemberState {
  if (membership.admittedOn > date) return 'coming'
  if (!isMemberOn(membership, date)) return 'left'
  return isSuspendedOn(membership, date) ? 'suspended' : 'member'
}

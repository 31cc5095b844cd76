import type { MembershipEvent } from './fold-events'
import type { Registration } from '../identity/member.form'

export type NewRepresentative = {
  civility: string | null
  lastName: string
  firstName: string
  quality: string
  email: string | null
  phone: string | null
}

/** A member to be written: what the secretary records, with what an import may add. */
export type NewMember = Registration & {
  /** kept when it comes with one; the next free one otherwise */
  number?: number | null
  consentOn?: string | null
  consentSource?: string
  leaving?: (MembershipEvent & { reason: string }) | null
  representative?: NewRepresentative | null
}

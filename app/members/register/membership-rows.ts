import type { Prisma } from '~/generated/prisma/client'
import { dateColumn, isoDate } from '~/platform/dates'
import type { Membership, MembershipEvent } from './fold-events'

type EventRow = { kind: MembershipEvent['kind']; on: Date; category: string | null; until: Date | null }
type ProjectionRow = {
  category: string
  admittedOn: Date
  leftOn: Date | null
  suspendedFrom: Date | null
  suspendedUntil: Date | null
}

/** The order in which events are folded. */
export const EVENT_ORDER = [
  { on: 'asc' },
  { recordedAt: 'asc' },
  { id: 'asc' },
] satisfies Prisma.MemberEventOrderByWithRelationInput[]

const dateOrNull = (iso: string | null) => (iso === null ? null : dateColumn(iso))
const isoOrNull = (date: Date | null) => (date === null ? null : isoDate(date))

export const eventOf = (row: EventRow): MembershipEvent => ({
  kind: row.kind,
  on: isoDate(row.on),
  category: row.category,
  until: isoOrNull(row.until),
})

/** The columns of Member that hold its projection. */
export const projectionColumns = (membership: Membership): ProjectionRow => ({
  category: membership.category,
  admittedOn: dateColumn(membership.admittedOn),
  leftOn: dateOrNull(membership.leftOn),
  suspendedFrom: dateOrNull(membership.suspendedFrom),
  suspendedUntil: dateOrNull(membership.suspendedUntil),
})

export const membershipOf = (row: ProjectionRow): Membership => ({
  category: row.category,
  admittedOn: isoDate(row.admittedOn),
  leftOn: isoOrNull(row.leftOn),
  suspendedFrom: isoOrNull(row.suspendedFrom),
  suspendedUntil: isoOrNull(row.suspendedUntil),
})

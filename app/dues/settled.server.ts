import { isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'

export type MemberDues = { amountCents: number; settledOn: string | null }

/** What each member owes for a year, in cents, and the civil day of full payment; empty when the year is not set. */
export async function duesOf(db: Db | Tx, year: number): Promise<Map<string, MemberDues>> {
  const rows = await db.dues.findMany({
    where: { period: { year } },
    select: { memberId: true, amountCents: true, settledOn: true },
  })
  return new Map(
    rows.map(({ memberId, amountCents, settledOn }) => [
      memberId,
      { amountCents, settledOn: settledOn && isoDate(settledOn) },
    ]),
  )
}

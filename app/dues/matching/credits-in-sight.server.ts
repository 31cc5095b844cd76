import { parisDate } from '~/platform/clock.server'
import { instantFromDate, isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { earlier } from '~/statutes/civil-date'
import { couldPay } from './propose'
import { knownDues, matchable } from './proposals.server'

export type CreditInSight = { duesId: string; kind: 'transfer'; about: string; since: string; cents: number }

/**
 * The credits of the bank's statements that wait and that may pay one of these dues: its reference, or every name of its
 * member, stands in the label, whatever the sum. `since`: the day of the credit, or that of its import where a bank dates it
 * later.
 */
export async function creditsInSight(tx: Tx, duesIds: string[]): Promise<CreditInSight[]> {
  const credits = await tx.bankLine.findMany({
    where: { state: 'OPEN' },
    select: { id: true, on: true, label: true, amountCents: true, statement: { select: { createdAt: true } } },
    orderBy: [{ on: 'asc' }, { id: 'asc' }],
  })
  if (credits.length === 0 || duesIds.length === 0) return []
  const known = knownDues(await matchable(tx, duesIds))
  return credits.flatMap(({ id, on, label, amountCents, statement }) => {
    const since = earlier(isoDate(on), parisDate(instantFromDate(statement.createdAt)))
    return couldPay({ label, amountCents }, known).map(({ duesId }) => ({
      ...{ duesId, kind: 'transfer' as const, about: id, since, cents: amountCents },
    }))
  })
}

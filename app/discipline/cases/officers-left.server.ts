import { lasting } from '~/offices/mandates.server'
import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'

/**
 * How many members of the Bureau in office could still keep a file that involves these members: not suspended that day, and with
 * an account of their own or of their legal representative, without which nobody opens a file.
 */
export async function officersLeft(tx: Tx, today: string, involved: ReadonlySet<string>): Promise<number> {
  const day = dateColumn(today)
  const seated = { OR: [{ suspendedFrom: null }, { suspendedFrom: { gt: day } }, { suspendedUntil: { lt: day } }] }
  const speaks = {
    kind: 'LEGAL' as const,
    accountId: { not: null },
    from: { lte: day },
    OR: [{ until: null }, { until: { gte: day } }],
  }
  const left = await tx.mandate.findMany({
    where: {
      ...lasting(today),
      memberId: { notIn: [...involved] },
      member: { AND: [seated, { OR: [{ accountId: { not: null } }, { representatives: { some: speaks } }] }] },
    },
    select: { memberId: true },
    distinct: ['memberId'],
  })
  return left.length
}

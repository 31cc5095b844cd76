import { dateColumn } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'

export type Reached = { address: string; name: string; accountId: string | null }

/** Where messages about a member's dues go: his address, or that of a body's legal representative; null: none is known. */
export async function reach(db: Db | Tx, memberId: string, today: string): Promise<Reached | null> {
  const day = dateColumn(today)
  const member = await db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: {
      label: true,
      email: true,
      accountId: true,
      account: { select: { email: true } },
      representatives: {
        where: { kind: 'LEGAL', from: { lte: day }, OR: [{ until: null }, { until: { gte: day } }] },
        orderBy: { from: 'desc' },
        select: { email: true, accountId: true, account: { select: { email: true } } },
        take: 1,
      },
    },
  })
  for (const each of [member.representatives[0], member]) {
    const address = each?.account?.email ?? each?.email
    if (each && address) return { address, name: member.label, accountId: each.accountId }
  }
  return null
}

import { personLabel } from '~/members/identity/names'
import { dateColumn } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'

/** Mandates that last on a civil day; one that ends that day has ended. */
export const lasting = (today: string) => ({
  from: { lte: dateColumn(today) },
  OR: [{ endedOn: null }, { endedOn: { gt: dateColumn(today) } }],
})

/** Delegations and replacements that run on a civil day; one revoked that day has ended. */
export const running = (today: string) => ({
  startsOn: { lte: dateColumn(today) },
  AND: [
    { OR: [{ endsOn: null }, { endsOn: { gte: dateColumn(today) } }] },
    { OR: [{ revokedOn: null }, { revokedOn: { gt: dateColumn(today) } }] },
  ],
})

/** The President's mandate of a day or, when the office is vacant, the last one: that which a vice-president replaces. */
export async function presidency(tx: Db | Tx, today: string) {
  const found = await tx.mandate.findMany({
    where: { office: 'president', from: { lte: dateColumn(today) } },
    orderBy: [{ from: 'desc' }, { id: 'desc' }],
  })
  const mandate = found.find(({ endedOn }) => endedOn === null || endedOn > dateColumn(today)) ?? found[0] ?? null
  const vacant = mandate === null || (mandate.endedOn !== null && mandate.endedOn <= dateColumn(today))
  return { mandate, vacant }
}

/** One act at a time on the holders of offices: seats are counted, then filled. */
export async function lockOffices(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('offices', 0))`
}

const holderFields = {
  kind: true,
  label: true,
  accountId: true,
  representatives: {
    where: { kind: 'LEGAL' },
    orderBy: { from: 'desc' },
    select: { civility: true, firstName: true, lastName: true, accountId: true, from: true, until: true },
  },
} as const

/** The natural person who sits for a member on a day: himself, or the legal representative of a legal person (6.2-d). */
export async function sitterFor(tx: Db | Tx, memberId: string, today: string) {
  const member = await tx.member.findUnique({ where: { id: memberId }, select: holderFields })
  if (!member) return null
  if (member.kind === 'PERSON') return { name: member.label, accountId: member.accountId }
  const day = dateColumn(today)
  const legal = member.representatives.find(({ from, until }) => from <= day && (until === null || until >= day))
  return legal ? { name: personLabel(legal), accountId: legal.accountId } : null
}

import { statutesInForce } from '~/association/in-force.server'
import { lasting, sitterFor } from '~/offices/mandates.server'
import { officeLabel } from '~/offices/office-labels'
import { rightsOn } from '~/offices/rights.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import type { Db, Tx } from '~/platform/db.server'

/**
 * In what quality an account may sign a reprise today; null: it may not. A seat in the Bureau, not suspended; where fewer than two
 * people who can sign in sit there, a member of a category that may be elected stands in as the second (else nobody ever could:
 * the house's reading). Read in the transaction that signs, under `lockOffices`.
 */
export async function signingQuality(
  tx: Db | Tx,
  ctx: Pick<Context, 'now'>,
  accountId: string,
): Promise<{ label: string; officer: boolean } | null> {
  const today = parisDate(ctx.now)
  const { held, acting } = await rightsOn(tx, accountId, today)
  if (held[0]) return { label: officeLabel(held[0].office), officer: true }
  if ((await seated(tx, today)).size >= 2) return null
  const { statutes } = await statutesInForce(tx, today)
  const eligible = acting.find(({ category }) => statutes.categories[category]?.mayHoldOffice)
  return eligible ? { label: statutes.categories[eligible.category]?.label ?? 'membre', officer: false } : null
}

/** The accounts of those who sit in the Bureau today. */
export async function seated(tx: Db | Tx, today: string): Promise<Set<string>> {
  const mandates = await tx.mandate.findMany({ where: lasting(today), select: { memberId: true } })
  const sitters = await Promise.all(mandates.map(({ memberId }) => sitterFor(tx, memberId, today)))
  const accounts = [...new Set(sitters.flatMap((sitter) => (sitter?.accountId ? [sitter.accountId] : [])))]
  const rights = await Promise.all(accounts.map(async (id) => [id, await rightsOn(tx, id, today)] as const))
  return new Set(rights.flatMap(([id, { held }]) => (held.length > 0 ? [id] : [])))
}

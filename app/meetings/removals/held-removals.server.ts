import { moneyInSight } from '~/dues/ladder/money-in-sight.server'
import type { Tx } from '~/platform/db.server'
import { moneyReason, moneyThatHolds } from '~/statutes/dues-ladder-money'
import type { Reason } from '~/statutes/ruling'
import { readEffect } from '~/effects'

type Putting = { id: string; effect: unknown }

/** 6.4-b: among these resolutions, the removals that money in sight holds on a day, each with why. */
export async function heldRemovals(
  tx: Tx,
  resolutions: readonly Putting[],
  on: string,
): Promise<Map<string, Reason[]>> {
  const removals = resolutions.flatMap(({ id, effect }) => {
    const read = readEffect(effect)
    return read.kind === 'remove-member' ? [{ id, duesId: read.duesId }] : []
  })
  if (removals.length === 0) return new Map()
  const duesIds = removals.map(({ duesId }) => duesId)
  const inSight = await moneyInSight(tx, duesIds, on)
  return new Map(
    removals.flatMap(({ id, duesId }) => {
      const holding = moneyThatHolds(inSight.get(duesId) ?? [], { stage: 'removed', on })
      return holding.length > 0 ? [[id, holding.map(moneyReason)] as const] : []
    }),
  )
}

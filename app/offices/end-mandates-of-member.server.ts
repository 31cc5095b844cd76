import type { Context, SystemContext } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { later } from '~/statutes/civil-date'
import { closeMandate } from './end-mandate.server'
import { lockOffices } from './mandates.server'

/**
 * 8.1-b: a person who is no longer a member holds no office. Ends every seat of a member on that day, with what each had lent
 * (9.1-d); the office is then vacant. Returns the offices left; none when he held none.
 */
export async function endMandatesOfMember(
  tx: Tx,
  ctx: Context | SystemContext,
  input: { memberId: string; on: string; reason: string },
): Promise<string[]> {
  await lockOffices(tx)
  const held = await tx.mandate.findMany({ where: { memberId: input.memberId, endedOn: null }, orderBy: { id: 'asc' } })
  for (const mandate of held)
    await closeMandate(tx, ctx, {
      mandateId: mandate.id,
      endedOn: later(input.on, isoDate(mandate.from)),
      reason: input.reason,
    })
  return held.map(({ office }) => office)
}

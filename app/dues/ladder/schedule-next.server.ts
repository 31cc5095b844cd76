import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import { withdrawUnsent } from '~/letters/write-letter.server'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { nextStep } from '~/statutes/dues-ladder'
import { ladderFacts } from './facts.server'

/**
 * 6.4-b: writes in `Dues.nextOn` the first day on which the nightly run may take the next step of these dues; null when a
 * person must act or all is over; a registered letter
 * that was not posted is then taken back. To be called whenever a step, a payment or a proof changes. Set-based.
 */
export async function scheduleNext(tx: Tx, ctx: Context | SystemContext, duesIds: string[]): Promise<void> {
  if (duesIds.length === 0) return
  const today = parisDate(ctx.now)
  const { statutes } = await statutesInForce(tx, today)
  const rows = await ladderFacts(tx, duesIds, today)
  const nexts = rows.map((row) => nextStep(statutes, row, today))
  const days = nexts.map((next) => (next.over || next.by !== 'run' ? null : next.earliest))
  const over = rows.filter((_, index) => nexts[index]?.over).map(({ id }) => id)
  await withdrawUnsent(tx, ctx, { kind: 'dues-formal-notice', subjectIds: over })
  await tx.$executeRaw`
    update "Dues" d set "nextOn" = s."nextOn"
      from unnest(${rows.map(({ id }) => id)}::uuid[], ${days}::date[]) as s(id, "nextOn")
     where d.id = s.id and d."nextOn" is distinct from s."nextOn"`
}

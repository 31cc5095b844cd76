import { statutesInForce } from '~/association/in-force.server'
import { ladderFacts } from '~/dues/ladder/facts.server'
import { takeSteps, type StepToTake } from '~/dues/ladder/take-steps.server'
import { lockDuesRows } from '~/dues/ledger/lock-dues.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { instantFromDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { nextStep } from '~/statutes/dues-ladder'

/**
 * 6.4-b: the step « listed » of the cases on the agenda of a meeting that was convened: its day is that of the convocation,
 * which makes an agenda of a draft. Of one dues, or of all. Done again, it changes nothing.
 */
export async function followListings(
  tx: Tx,
  ctx: Context | SystemContext,
  { duesIds = null }: { duesIds?: readonly string[] | null } = {},
): Promise<number> {
  const found = await listedCases(tx, duesIds)
  if (found.length === 0) return 0
  const today = parisDate(ctx.now)
  const { statutes } = await statutesInForce(tx, today)
  const ids = found.map((each) => each.duesId)
  // held before they are looked at: another night may take the same step
  await lockDuesRows(tx, ids)
  const rows = await ladderFacts(tx, ids, today)
  const known = new Map(rows.map((row) => [row.id, row]))
  const steps = found.flatMap((each): StepToTake[] => {
    const on = parisDate(instantFromDate(each.convenedAt))
    const row = known.get(each.duesId)
    const next = row ? nextStep(statutes, row, on) : null
    if (!next || next.over || next.stage !== 'listed' || next.ruling.outcome !== 'lawful') return []
    return [{ duesId: each.duesId, stage: 'listed', on, resolutionId: each.resolutionId }]
  })
  for (const step of steps) await takeSteps(tx, ctx, [step])
  return steps.length
}

/** The cases on the agenda of a meeting that was convened whose step is not taken yet; `duesIds`: among those. */
export const listedCases = (tx: Tx, duesIds: readonly string[] | null = null) =>
  tx.$queryRaw<{ duesId: string; resolutionId: string; convenedAt: Date }[]>`
    select distinct on (d.id) d.id as "duesId", r.id as "resolutionId", g."convenedAt"
      from "Resolution" r join "Meeting" g on g.id = r."meetingId"
      join "Dues" d on d.id = r."duesId"
     where r.effect ->> 'kind' = 'remove-member' and g."convenedAt" is not null
       and g.state in ('CONVENED', 'OPEN', 'CLOSED') and r.state <> 'WITHDRAWN'
       and d.stage = 'answer-over' and d."closedAs" is null
       and (${duesIds}::uuid[] is null or d.id = any(${duesIds}::uuid[]))
     order by d.id, g."convenedAt"`

import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { lockMembers } from '../register/lock.server'
import { demandPower } from '~/platform/demand-power.server'
import { demandAsAnnounced, type Confirmation } from './announced.server'
import type { DuesSide } from './dues-side'
import { planKept } from './plan-kept.server'
import { countsSchema } from './summary'
import type { Counts } from './plan-import.server'
import { writeImport } from './write-import.server'

/**
 * Does what the dry run announced, all of it or nothing. Pressed twice, it answers with what the first did. Refused (409):
 * lines are refused and the good ones were not chosen, members changed since the dry run, the file is no longer kept, members would
 * enter though the installation is closed (6.2-a: see `proposeImport`).
 */
export async function applyImport(
  ctx: Context,
  confirmation: Confirmation,
  dues: DuesSide | null = null,
): Promise<Counts> {
  demandPower(ctx, 'members.write')
  if (dues) demandPower(ctx, 'dues.manage')
  const { importId, receipts = false } = confirmation
  return transact(ctx.db, async (tx) => {
    await lockMembers(tx)
    const { kept, plan } = await planKept(tx, ctx, importId, dues)
    if (!plan) return countsSchema.parse(kept.summary)
    demandAsAnnounced(plan, confirmation)
    await writeImport(tx, ctx, { kept, plan, dues, receipts, origin: { kind: 'installation' } })
    return plan.counts
  })
}

import { openMissingDues } from '~/dues/open-missing-dues.server'
import { demandPower } from '~/members/permission.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'

/** Opens at once the dues of members who have just entered by an import; the night would do it too. Returns how many. */
export async function openDuesOfNewcomers(ctx: Context): Promise<number> {
  demandPower(ctx, 'members.write')
  return transact(ctx.db, async (tx) => (await openMissingDues(tx, ctx)).length)
}

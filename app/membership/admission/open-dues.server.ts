import { openMissingDues } from '~/dues/open-missing-dues.server'
import { conveneNewcomers } from '~/meetings/convene/convene-newcomers.server'
import { demandPower } from '~/platform/demand-power.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'

/**
 * Opens at once the dues of members who have just entered by an import, and convenes them where the others already are; the
 * night would do it too. Returns how many dues.
 */
export async function openDuesOfNewcomers(ctx: Context): Promise<number> {
  demandPower(ctx, 'members.write')
  return transact(ctx.db, async (tx) => {
    const opened = await openMissingDues(tx, ctx)
    await conveneNewcomers(tx, ctx)
    return opened.length
  })
}

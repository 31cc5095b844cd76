import { openMissingDues } from '~/dues/open-missing-dues.server'
import { conveneNewcomers } from '~/meetings/convene/convene-newcomers.server'
import type { NewMember } from '~/members/register/new-member'
import { demandPower } from '~/platform/demand-power.server'
import { writeMember } from '~/members/register/write-member.server'
import type { Context, SystemContext } from '~/platform/context'
import { transact } from '~/platform/db.server'

/**
 * 6.2-a, 6-b: takes over, while the association is being installed, a member as it was admitted before, with its account and its
 * dues of the year. Returns its id. Refused: an installation that is closed (409), outside the region (409), identifier or address
 * of another member (409, beside the field).
 */
export async function registerMember(ctx: Context | SystemContext, input: NewMember): Promise<string> {
  demandPower(ctx, 'members.write')
  return transact(ctx.db, async (tx) => {
    const id = await writeMember(tx, ctx, input, { kind: 'installation' })
    await openMissingDues(tx, ctx)
    await conveneNewcomers(tx, ctx)
    return id
  })
}

import { lockRunningMeetings } from '~/meetings/proxies/void-proxies-of-member.server'
import type { RepresentativeInput } from '~/members/representatives/representative.form'
import { writeRepresentative } from '~/members/representatives/write-representative.server'
import { lockOffices } from '~/offices/mandates.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { demandPower } from '~/platform/demand-power.server'
import { demandAlone, officesSince, votedSince } from '../exercised-since.server'

/**
 * 6.2-d: names who speaks for a legal person. Refused, besides what `writeRepresentative` refuses: alone, once the installation is
 * closed (409), the legal representative of a body that holds an office, for he would sit in the Bureau; one who would take the
 * place of another from a day before a vote of the body.
 */
export async function addRepresentative(
  ctx: Context | SystemContext,
  input: RepresentativeInput & { memberId: string },
): Promise<string> {
  demandPower(ctx, 'members.write')
  const { memberId, from } = input
  return transact(ctx.db, async (tx) => {
    await lockRunningMeetings(tx)
    await lockOffices(tx)
    if (input.kind === 'LEGAL')
      await demandAlone(tx, [
        ...(await officesSince(tx, '6.2-d', { memberId, from })),
        ...(await votedSince(tx, '6.2-d', { memberId, from, today: parisDate(ctx.now) })),
      ])
    return writeRepresentative(tx, ctx, input)
  })
}

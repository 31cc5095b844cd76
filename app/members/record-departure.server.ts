import type { z } from 'zod'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import type { departureSchema } from './departure.form'
import { demandPower } from './permission.server'
import { recordMemberEvent } from './record-member-event.server'

/** 6.4-a: records a resignation, a death or a dissolution; `on` is the first day without membership. */
export async function recordDeparture(
  ctx: Context,
  input: z.output<typeof departureSchema> & { memberId: string },
): Promise<void> {
  demandPower(ctx, 'members.write')
  await transact(ctx.db, (tx) => recordMemberEvent(tx, ctx, input))
}

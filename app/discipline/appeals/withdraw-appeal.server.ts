import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { writeWithdrawal } from './write-withdrawal.server'

/** The excluded person withdraws his appeal (6.4-a), from his own page, today. Anybody else: 404. */
export async function withdrawAppeal(ctx: Context, { caseId }: { caseId: string }): Promise<void> {
  await writeWithdrawal(ctx, { caseId, way: 'online', on: parisDate(ctx.now), by: 'concerned' })
}

import type { z } from 'zod'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { badField } from '~/platform/refusal'
import type { receivedWithdrawalForm } from './appeal.form'
import { writeWithdrawal } from './write-withdrawal.server'

/**
 * Who keeps the file records that the appeal was withdrawn by letter (6.4-a). `on`: the day of its receipt. Recorded once the
 * ballot is opened, it comes too late whatever its day. Anybody else: 404.
 */
export async function recordWithdrawal(
  ctx: Context,
  { caseId, on }: z.output<typeof receivedWithdrawalForm> & { caseId: string },
): Promise<void> {
  if (on > parisDate(ctx.now)) throw badField('on', 'Ce jour est à venir.')
  await writeWithdrawal(ctx, { caseId, on, way: 'letter', by: 'conducts' })
}

import type { z } from 'zod'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { badField } from '~/platform/refusal'
import type { receivedAppealForm } from './appeal.form'
import { writeAppeal } from './write-appeal.server'

/**
 * Who keeps the file records an appeal that came by letter (6.4-a). `on`: the day of its posting where the postmark proves it,
 * else of its receipt; a delay that protects is counted loosely. Anybody else: 404.
 */
export async function recordAppeal(
  ctx: Context,
  { caseId, on, text }: z.output<typeof receivedAppealForm> & { caseId: string },
): Promise<void> {
  if (on > parisDate(ctx.now)) throw badField('on', 'Ce jour est à venir.')
  await writeAppeal(ctx, { caseId, text, on, way: 'letter', by: 'conducts' })
}

import type { z } from 'zod'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import type { appealForm } from './appeal.form'
import { writeAppeal } from './write-appeal.server'

type Input = Pick<z.output<typeof appealForm>, 'text'> & { caseId: string }

/** The excluded person asks the assembly to decide again (6.4-a), from his own page, today. Anybody else: 404. */
export async function lodgeAppeal(ctx: Context, { caseId, text }: Input): Promise<void> {
  await writeAppeal(ctx, { caseId, text, way: 'online', on: parisDate(ctx.now), by: 'concerned' })
}

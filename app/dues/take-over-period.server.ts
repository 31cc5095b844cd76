import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { may } from '~/platform/permissions'
import { badField, forbidden } from '~/platform/refusal'
import { frenchDate } from '~/statutes/french'
import { setDues } from './set-dues.server'
import type { TakeOver } from './take-over-period.form'

/**
 * 13.2-b: enters the dues that an assembly set before its decisions were kept here, with the decision that they come from, and
 * opens them. Refused: not the treasurer (403), a decision to come (400), a year already set (409).
 */
export async function takeOverPeriod(ctx: Context, input: TakeOver): Promise<void> {
  if (!may(ctx.actor, 'dues.manage')) throw forbidden()
  const { decidedOn, resolution, ...decision } = input
  if (decidedOn > parisDate(ctx.now))
    throw badField('decidedOn', 'Cette assemblée est à venir : sa décision s’appliquera d’elle-même.')
  const source = `AGO du ${frenchDate(decidedOn)}, ${resolution}`
  await transact(ctx.db, (tx) => setDues(tx, ctx, { ...decision, resolutionId: null, source }))
}

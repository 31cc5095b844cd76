import { isInstalling } from '~/association/installation/is-installing.server'
import { byRepriseOnly } from '~/offices/by-reprise-only'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { may } from '~/platform/permissions'
import { badField, forbidden } from '~/platform/refusal'
import { plainDate } from '~/statutes/french'
import { setDues } from './set-dues.server'
import type { TakeOver } from './take-over-period.form'

/**
 * 13.2-b: enters, while the association is being installed, the dues that an assembly set before, with the decision that they come
 * from, and opens them. Refused: not the treasurer (403), a decision to come (400), an installation that is closed, a year already
 * set (409).
 */
export async function takeOverPeriod(ctx: Context, input: TakeOver): Promise<void> {
  if (!may(ctx.actor, 'dues.manage')) throw forbidden()
  await transact(ctx.db, async (tx) => {
    if (!(await isInstalling(tx))) throw byRepriseOnly('13.2-b', 'cette cotisation')
    await writeTakenOverPeriod(tx, ctx, input)
  })
}

/** See `takeOverPeriod`; in the transaction of whoever has judged where the decision comes from. */
export async function writeTakenOverPeriod(tx: Tx, ctx: Context, input: TakeOver): Promise<void> {
  const { decidedOn, resolution, ...decision } = input
  if (decidedOn > parisDate(ctx.now))
    throw badField('decidedOn', 'Cette assemblée est à venir : sa décision s’appliquera d’elle-même.')
  const source = `AGO du ${plainDate(decidedOn)}, ${resolution}`
  await setDues(tx, ctx, { ...decision, resolutionId: null, source })
}

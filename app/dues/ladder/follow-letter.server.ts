import type { RegisteredLetter } from '~/generated/prisma/client'
import type { LetterStep } from '~/letters/letter-step.form'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { rankOf } from '~/statutes/dues-ladder-stages'
import { lockDuesRows } from '../ledger/lock-dues.server'
import { scheduleNext } from './schedule-next.server'
import { takeSteps } from './take-steps.server'

/**
 * 6.4-b: what the proofs of a letter do to the dues that it is about. Its deposit is the step: of the formal notice, or of
 * the notification of the decision; the first presentation starts the time to answer. Refused with the article: too early,
 * paid meanwhile, a founder who does not owe enough years, a presentation changed once the time has been counted from it.
 */
export async function followDuesLetter(
  tx: Tx,
  ctx: Context,
  letter: RegisteredLetter,
  step: LetterStep,
): Promise<void> {
  const duesId = letter.subjectId
  if (step === 'deposited') {
    if (!letter.depositedOn) return
    const stage = letter.kind === 'dues-formal-notice' ? 'formal-notice' : 'notified'
    await takeSteps(tx, ctx, [{ duesId, stage, on: isoDate(letter.depositedOn), letterId: letter.id }])
    return
  }
  await lockDuesRows(tx, [duesId])
  const { stageRank } = await tx.dues.findUniqueOrThrow({ where: { id: duesId }, select: { stageRank: true } })
  if (step === 'presented' && letter.kind === 'dues-formal-notice' && stageRank >= rankOf('answer-over'))
    throw new Refusal('Le délai de réponse a déjà été compté depuis la présentation enregistrée.')
  await scheduleNext(tx, ctx, [duesId])
}

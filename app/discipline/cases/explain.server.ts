import { isConcerned } from '~/letters/letter-access.server'
import { recordExplanation } from '~/letters/record-explanation.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { notFound } from '~/platform/refusal'
import { defenceOf } from '~/members/discipline/case-decision.server'
import { demandState } from './lock-case.server'

/** The member answers on line; his words join the letter that invited him. Refused once the case is decided. */
export async function explain(ctx: Context, { caseId, text }: { caseId: string; text: string }): Promise<void> {
  const found = await ctx.db.disciplinaryCase.findUnique({ where: { id: caseId } })
  if (!found || !isConcerned(ctx, found.memberId)) throw notFound()
  demandState(found, 'NOTIFIED', 'DEFERRED')
  const { letterId } = await defenceOf(ctx.db, found)
  if (letterId === null) throw notFound()
  await recordExplanation(ctx, { letterId, text, source: 'online', receivedOn: parisDate(ctx.now) })
}

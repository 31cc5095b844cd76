import { demandPower } from '~/platform/demand-power.server'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { notFound } from '~/platform/refusal'

/** A person has looked and says what was done. Answered already, it stays as it is; other facts will ask it again. */
export async function resolveIssue(ctx: Context, { issueId, note }: { issueId: string; note: string }): Promise<void> {
  demandPower(ctx, 'dues.manage')
  await transact(ctx.db, async (tx) => {
    const { count } = await tx.paymentIssue.updateMany({
      where: { id: issueId, resolvedAt: null },
      data: { resolvedAt: dateFromInstant(ctx.now), resolvedById: ctx.actor.accountId, resolution: note },
    })
    if (count > 0) await journal(tx, ctx, { act: 'issue.resolved', subject: 'PaymentIssue', subjectId: issueId })
    else if (!(await tx.paymentIssue.findUnique({ where: { id: issueId }, select: { id: true } }))) throw notFound()
  })
}

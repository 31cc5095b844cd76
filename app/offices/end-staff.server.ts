import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { forbidden, notFound } from '~/platform/refusal'
import { may } from '~/platform/permissions'

/** Records that today is an employee’s last day: his delegations stop with it. */
export async function endStaff(ctx: Context, { staffId }: { staffId: string }): Promise<void> {
  if (!may(ctx.actor, 'offices.manage')) throw forbidden()
  const today = parisDate(ctx.now)
  await transact(ctx.db, async (tx) => {
    const { count } = await tx.staff.updateMany({
      where: { id: staffId, until: null },
      data: { until: dateColumn(today) },
    })
    if (count === 0) throw notFound()
    await journal(tx, ctx, { act: 'staff.ended', subject: 'Staff', subjectId: staffId, details: { until: today } })
  })
}

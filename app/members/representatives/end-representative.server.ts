import type { Context } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, notFound } from '~/platform/refusal'
import { demandPower } from '~/platform/demand-power.server'

/** 6.2-d: `until` is the last day on which the person speaks for the legal person. Refused before its first day (400). */
export async function endRepresentative(
  ctx: Context,
  input: { memberId: string; representativeId: string; until: string },
): Promise<void> {
  demandPower(ctx, 'members.write')
  const { memberId, representativeId, until } = input
  await transact(ctx.db, async (tx) => {
    await tx.$executeRaw`select 1 from "Representative" where id = ${representativeId}::uuid for update`
    const found = await tx.representative.findFirst({
      where: { id: representativeId, memberId },
      select: { from: true },
    })
    if (!found) throw notFound()
    if (until < isoDate(found.from)) throw badField('until', 'Le dernier jour vient après le premier.')
    await tx.representative.update({
      where: { id: representativeId },
      data: { until: dateColumn(until) },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: 'representative.ended',
      subject: 'Member',
      subjectId: memberId,
      details: { representativeId, until },
    })
  })
}

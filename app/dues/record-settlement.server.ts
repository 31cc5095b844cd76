import { may } from '~/platform/permissions'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, forbidden, notFound, Refusal } from '~/platform/refusal'
import { frenchDate } from '~/statutes/french'

/** 12-a: a member's dues of one year are paid in full on that day. Refused: paid already (409), a day to come (400). */
export async function recordSettlement(
  ctx: Context | SystemContext,
  input: { memberId: string; year: number; settledOn: string },
): Promise<void> {
  if (ctx.actor && !may(ctx.actor, 'dues.manage')) throw forbidden()
  const { memberId, year, settledOn } = input
  if (settledOn > parisDate(ctx.now)) throw badField('settledOn', 'Cette date est à venir.')
  await transact(ctx.db, async (tx) => {
    const [dues] = await tx.$queryRaw<{ id: string; settledOn: Date | null }[]>`
      select d.id, d."settledOn" from "Dues" d join "DuesPeriod" p on p.id = d."periodId"
       where d."memberId" = ${memberId}::uuid and p.year = ${year} for update of d`
    if (!dues) throw notFound()
    if (dues.settledOn)
      throw new Refusal(`Cette cotisation est déjà réglée, le ${frenchDate(isoDate(dues.settledOn))}.`)
    await tx.dues.update({ where: { id: dues.id }, data: { settledOn: dateColumn(settledOn) }, select: { id: true } })
    await journal(tx, ctx, { act: 'dues.settled', subject: 'Dues', subjectId: dues.id, details: { year, settledOn } })
  })
}

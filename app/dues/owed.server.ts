import { Prisma } from '~/generated/prisma/client'
import type { Context, SystemContext } from '~/platform/context'
import { parisDate } from '~/platform/clock.server'
import type { Tx } from '~/platform/db.server'

/**
 * 13.2-b, 6.2-a: what the member `m` owes for the period `p`, in cents, at the rate `r` of his category. A member admitted before the
 * period began owes the whole amount. One admitted later owes what the period's rule says: the whole, half of it from 1 July on
 * (rounded down to the cent), or nothing this year; `OWES` says whether anything is owed at all.
 */
export const OWED_CENTS = Prisma.sql`
  case when p."lateJoiners" = 'HALF_FROM_JULY' and m."admittedOn" >= make_date(p.year, 7, 1)
       then r."amountCents" / 2 else r."amountCents" end`
export const OWES = Prisma.sql`
  m."admittedOn" <= p."endsOn" and (p."lateJoiners" <> 'NEXT_YEAR' or m."admittedOn" <= p."startsOn")`

type Joining = { key: number; category: string; admittedOn: string }

/** The dues that would be opened today for people who would join, by the key given; in cents, by year. */
export async function duesOwedBy(tx: Tx, ctx: Context | SystemContext, people: Joining[]) {
  return tx.$queryRaw<{ key: number; year: number; cents: number }[]>`
    select m.key, p.year, ${OWED_CENTS} as cents
      from json_to_recordset(${JSON.stringify(people)}::json) as m(key int, category text, "admittedOn" date)
      join "DuesPeriod" p on p."endsOn" >= ${parisDate(ctx.now)}::date
      join "DuesRate" r on r."periodId" = p.id and r.category = m.category
     where ${OWES} order by m.key, p.year`
}

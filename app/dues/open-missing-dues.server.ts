import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { scheduleNext } from './ladder/schedule-next.server'
import { OWED_CENTS, OWES } from './owed.server'

/** A member who joins late has at least this many days to pay. */
const DAYS_TO_PAY = 30
const MANY = 1_000

/**
 * 13.2-b, 6.2-a: opens the dues that members of paying categories do not have yet, for each period that is not over (or for
 * `periodId` alone). A member admitted before the period began owes the whole amount. One admitted later owes what the period's rule
 * says: the whole, half of it from 1 July on (rounded down to the cent), or nothing this year. One statement for all members;
 * done again, it changes nothing. Returns the ids of the dues opened.
 */
export async function openMissingDues(
  tx: Tx,
  ctx: Context | SystemContext,
  { periodId = null }: { periodId?: string | null } = {},
): Promise<string[]> {
  const today = parisDate(ctx.now)
  const opened = await tx.$queryRaw<{ id: string; called: boolean }[]>`
    insert into "Dues" (id, "memberId", "periodId", reference, "amountCents", "dueOn", "openedOn", "settledOn", "closedAs", "closedOn")
    select gen_random_uuid(), owed."memberId", owed."periodId", owed.reference, owed.cents,
           greatest(owed."dueOn", owed."admittedOn" + ${DAYS_TO_PAY}::int), ${today}::date,
           case when owed.cents = 0 then ${today}::date end,
           case when owed.cents = 0 then 'SETTLED'::"DuesClosing" end, case when owed.cents = 0 then ${today}::date end
      from (select m.id as "memberId", p.id as "periodId", m."admittedOn", p."dueOn",
                   'C' || p.year || '-' || lpad(m.number::text, greatest(5, length(m.number::text)), '0') as reference,
                   ${OWED_CENTS} as cents
              from "Member" m
              join "DuesPeriod" p on p."endsOn" >= ${today}::date and (${periodId}::uuid is null or p.id = ${periodId}::uuid)
              join "DuesRate" r on r."periodId" = p.id and r.category = m.category
             where (m."leftOn" is null or m."leftOn" > ${today}::date) and ${OWES}
               and not exists (select 1 from "Dues" d where d."memberId" = m.id and d."periodId" = p.id)) owed
    on conflict do nothing
    returning id, (select "calledAt" is not null from "DuesPeriod" p where p.id = "Dues"."periodId") as called`
  if (opened.length === 0) return []
  // a plan made for an empty table would take minutes over what is there now
  if (opened.length > MANY) await tx.$executeRaw`analyze "Dues"`
  await journal(tx, ctx, { act: 'dues.opened', subject: 'Dues', details: { count: opened.length, on: today } })
  await scheduleNext(
    tx,
    ctx,
    opened.filter(({ called }) => called).map(({ id }) => id),
  )
  return opened.map(({ id }) => id)
}

import { journalMany, type Entry } from '~/platform/journal.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'

type Refreshed = { id: string; before: string | null; settledOn: string | null }

/**
 * Writes what the allocations make of these dues, whose rows the caller holds: sum paid, day of full payment, procedure
 * ended by payment (6.4-b) or opened again when a payment was taken back. A dues closed otherwise stays so.
 */
export async function refreshDues(tx: Tx, ctx: Context | SystemContext, duesIds: string[]): Promise<void> {
  if (duesIds.length === 0) return
  const today = parisDate(ctx.now)
  const rows = await tx.$queryRaw<Refreshed[]>`
    with paid as (
      select d.id, to_char(d."settledOn", 'YYYY-MM-DD') as before, m."leftOn" <= ${today}::date as gone,
             coalesce(sum(a."amountCents"), 0)::int as cents, max(a."on") filter (where a."amountCents" > 0) as latest
        from "Dues" d join "Member" m on m.id = d."memberId" left join "Allocation" a on a."duesId" = d.id
       where d.id = any(${duesIds}::uuid[]) group by d.id, m."leftOn")
    update "Dues" d set
      "paidCents" = p.cents,
      "settledOn" = case when p.cents = d."amountCents" then coalesce(p.latest, d."openedOn") end,
      "closedAs" = case
        when p.cents = d."amountCents" and d."closedAs" is null then 'SETTLED'
        when p.cents < d."amountCents" and d."closedAs" = 'SETTLED' then case when p.gone then 'LEFT' end
        else d."closedAs"::text end::"DuesClosing",
      "closedOn" = case
        when p.cents = d."amountCents" then coalesce(d."closedOn", ${today}::date)
        when d."closedAs" = 'SETTLED' then case when p.gone then ${today}::date end
        else d."closedOn" end,
      "reopenedOn" = case when p.cents < d."amountCents" and d."closedAs" = 'SETTLED' then ${today}::date else d."reopenedOn" end,
      "nextOn" = case when p.cents = d."amountCents" then null else d."nextOn" end
      from paid p where p.id = d.id
    returning d.id, p.before, to_char(d."settledOn", 'YYYY-MM-DD') as "settledOn"`
  const changed = rows.filter(({ before, settledOn }) => before !== settledOn)
  const entries = changed.map(({ id, settledOn }): Entry => ({
    act: settledOn === null ? 'dues.reopened' : 'dues.settled',
    subject: 'Dues',
    subjectId: id,
    details: { on: settledOn ?? today },
  }))
  await journalMany(tx, ctx, entries)
}

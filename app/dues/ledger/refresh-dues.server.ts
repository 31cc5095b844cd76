import { journalMany, type Entry } from '~/platform/journal.server'
import { statutesInForce } from '~/association/in-force.server'
import { enqueue } from '~/platform/jobs.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'

type Refreshed = { id: string; memberId: string; year: number; before: string | null; settledOn: string | null }

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
    returning d.id, d."memberId", p.before, to_char(d."settledOn", 'YYYY-MM-DD') as "settledOn",
      (select y.year from "DuesPeriod" y where y.id = d."periodId") as year`
  const changed = rows.filter(({ before, settledOn }) => before !== settledOn)
  const entries = changed.map(({ id, settledOn }): Entry => ({
    act: settledOn === null ? 'dues.reopened' : 'dues.settled',
    subject: 'Dues',
    subjectId: id,
    details: { on: settledOn ?? today },
  }))
  await journalMany(tx, ctx, entries)
  await followRights(tx, today, changed)
}

/** 6-a: where the statutes make the vote rest on dues, those whose right changes with them are to be told. */
async function followRights(tx: Tx, today: string, changed: readonly Refreshed[]): Promise<void> {
  if (changed.length === 0) return
  const { statutes } = await statutesInForce(tx, today)
  if (statutes.votingRight.unpaidDues === 'votes') return
  const changes = changed.map(({ memberId, year, before, settledOn }) => ({ memberId, year, before, after: settledOn }))
  await enqueue(tx, 'dues-changed', { changes })
}

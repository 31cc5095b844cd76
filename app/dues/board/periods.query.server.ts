import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { instantFromDate, isoDate } from '~/platform/dates'

/** Every year whose dues are set, the latest first, with what was paid of it. */
export async function periodList(ctx: Context) {
  const [periods, sums] = await Promise.all([
    ctx.db.duesPeriod.findMany({ orderBy: { year: 'desc' }, include: { rates: true } }),
    ctx.db.$queryRaw<
      { periodId: string; count: number; settled: number; owed: bigint; paid: bigint; toCall: number }[]
    >`
      select "periodId", count(*)::int as count, count(*) filter (where "settledOn" is not null)::int as settled,
             sum("amountCents")::bigint as owed, sum("paidCents")::bigint as paid,
             count(*) filter (where stage is null and "closedAs" is null)::int as "toCall"
        from "Dues" group by 1`,
  ])
  const known = new Map(sums.map((row) => [row.periodId, row]))
  return periods.map(({ id, year, startsOn, endsOn, dueOn, lateJoiners, source, calledAt, resolutionId, rates }) => {
    const sum = known.get(id)
    return {
      id,
      year,
      startsOn: isoDate(startsOn),
      endsOn: isoDate(endsOn),
      dueOn: isoDate(dueOn),
      lateJoiners,
      source,
      resolutionId,
      calledOn: calledAt && parisDate(instantFromDate(calledAt)),
      rates: rates
        .toSorted((a, b) => b.amountCents - a.amountCents)
        .map(({ category, amountCents }) => ({ category, amountCents })),
      count: sum?.count ?? 0,
      settled: sum?.settled ?? 0,
      toCall: sum?.toCall ?? 0,
      owedCents: Number(sum?.owed ?? 0n),
      paidCents: Number(sum?.paid ?? 0n),
    }
  })
}

export type PeriodView = Awaited<ReturnType<typeof periodList>>[number]

/** The years that the board offers, the latest first, with how many members each has still to call. */
export async function boardYears(ctx: Context) {
  const periods = await ctx.db.$queryRaw<BoardYear[]>`
    select p.id, p.year, to_char(p."dueOn", 'YYYY-MM-DD') as "dueOn",
           to_char(p."calledAt" at time zone 'Europe/Paris', 'YYYY-MM-DD') as "calledOn",
           (select count(*) from "Dues" d
             where d."periodId" = p.id and d."closedAs" is null and d."stageRank" = 0)::int as "toCall"
      from "DuesPeriod" p order by p.year desc`
  return periods
}

export type BoardYear = Pick<PeriodView, 'id' | 'year' | 'dueOn' | 'calledOn' | 'toCall'>

/** The year that the board shows when none is asked: the latest one called, else the latest. */
export const mainPeriod = <P extends BoardYear>(periods: readonly P[], asked: number | null): P | null =>
  periods.find(({ year }) => year === asked) ?? periods.find(({ calledOn }) => calledOn !== null) ?? periods[0] ?? null

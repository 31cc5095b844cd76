import { Prisma } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { readNightSummary } from '../ladder/night-summary'
import { BOARD_STAGES } from './filters'
import { noticesToPrepare } from './to-prepare.server'
import { lettersToWrite } from './to-write.server'
import { STAGE_CONDITIONS } from './where.server'

type Counted = { group: string; count: number; cents: bigint }

/** How many stand in each group of a period, and what they owe (what they paid, for the settled). */
export async function boardCounts(ctx: Context, periodId: string) {
  const cases = Prisma.join(
    BOARD_STAGES.map(({ value }) => Prisma.sql`when ${STAGE_CONDITIONS[value]} then ${value}`),
    ' ',
  )
  const rows = await ctx.db.$queryRaw<Counted[]>`
    select g."group", count(*)::int as count,
           sum(case when g."group" = 'reglees' then g."paidCents" else g."amountCents" - g."paidCents" end)::bigint as cents
      from (select case ${cases} end as "group", d."paidCents", d."amountCents" from "Dues" d
             where d."periodId" = ${periodId}::uuid) g
     group by 1`
  const known = new Map(rows.map((row) => [row.group, row]))
  return BOARD_STAGES.map(({ value, label }) => ({
    value,
    label,
    count: known.get(value)?.count ?? 0,
    cents: Number(known.get(value)?.cents ?? 0n),
  }))
}

/** What the last nightly run did; null before the first. */
export async function lastNight(ctx: Context) {
  const run = await ctx.db.duesRun.findFirst({ orderBy: { startedAt: 'desc' } })
  return run && { on: isoDate(run.on), finished: run.finishedAt !== null, summary: readNightSummary(run.summary) }
}

/** What waits for a human, whatever the year. */
export async function waiting(ctx: Context) {
  const today = parisDate(ctx.now)
  return transact(ctx.db, async (tx) => {
    const { ready, held } = await noticesToPrepare(tx, today)
    const [row] = await tx.$queryRaw<{ toPost: number; proofs: number; cases: number }[]>`
      select (select count(*)::int from "RegisteredLetter" l
               where l.kind in ('dues-formal-notice', 'dues-decision') and l."depositedOn" is null) as "toPost",
             (select count(*)::int from "RegisteredLetter" l
               where l.kind = 'dues-formal-notice' and l."depositedOn" is not null and l."presentedOn" is null) as proofs,
             (select count(*)::int from "Dues" d where d."closedAs" is null and d.stage = 'answer-over') as cases`
    return {
      toWrite: (await lettersToWrite(tx, today)).length,
      notices: ready.length,
      held: held.length,
      ...(row ?? { toPost: 0, proofs: 0, cases: 0 }),
    }
  })
}

export type Waiting = Awaited<ReturnType<typeof waiting>>

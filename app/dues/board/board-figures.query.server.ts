import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { rankOf } from '~/statutes/dues-ladder-stages'
import { readNightSummary } from '../ladder/night-summary'
import { countReturned } from '../ladder/undelivered.server'
import { BOARD_STAGES, type BoardStage } from './filters'
import { noticesToPrepare } from './to-prepare.server'
import { lettersToWrite } from './to-write.server'
import { PLACES } from './where.server'

type Counted = { closedAs: string | null; rank: number; count: number; left: bigint; paid: bigint }

/**
 * How many stand in each group of a period, and what they owe (what they paid, for the settled). Read from an index alone:
 * 50,000 take 5 ms.
 */
export async function boardCounts(ctx: Context, periodId: string) {
  const rows = await ctx.db.$queryRaw<Counted[]>`
    select "closedAs"::text as "closedAs", "stageRank" as rank, count(*)::int as count,
           sum("amountCents" - "paidCents")::bigint as left, sum("paidCents")::bigint as paid
      from "Dues" where "periodId" = ${periodId}::uuid group by "closedAs", "stageRank"`
  return BOARD_STAGES.map(({ value, label }) => {
    const own = rows.filter((row) => stands(value, row))
    const cents = own.map(({ left, paid }) => Number(value === 'reglees' ? paid : left))
    return { value, label, count: sum(own.map(({ count }) => count)), cents: sum(cents) }
  })
}

function stands(group: Exclude<BoardStage, ''>, { closedAs, rank }: Counted): boolean {
  const place = PLACES[group]
  return 'closedAs' in place
    ? closedAs !== null && place.closedAs.some((each) => each === closedAs)
    : closedAs === null && rank >= place.from && rank <= place.to
}

const sum = (figures: number[]) => figures.reduce((total, each) => total + each, 0)

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
                join "Dues" d on d.id = l."subjectId" and d."closedAs" is null
               where l.kind = 'dues-formal-notice' and l."depositedOn" is not null and l."presentedOn" is null) as proofs,
             (select count(*)::int from "Dues" d where d."closedAs" is null and d."stageRank" = ${rankOf('answer-over')}) as cases`
    return {
      toWrite: (await lettersToWrite(tx, today)).length,
      returned: await countReturned(tx, today),
      notices: ready.length,
      held: held.length,
      ...(row ?? { toPost: 0, proofs: 0, cases: 0 }),
    }
  })
}

export type Waiting = Awaited<ReturnType<typeof waiting>>

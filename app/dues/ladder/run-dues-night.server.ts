import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { v7 } from '~/platform/uuid.server'
import { openMissingDues } from '../open-missing-dues.server'
import { nightBatch, type BatchResult, type Cursor } from './night-batch.server'
import type { NightSummary } from './night-summary'

/**
 * 6.4-b: the nightly run. Opens the dues that are missing, closes those of leavers, then takes at most one step of each dues
 * and writes at most once to each member. In transactions of 500, so that a stop in the middle loses nothing: run again the
 * same day, or twice at once, it does only what is left. Returns the id of its record, `DuesRun`.
 */
export async function runDuesNight(ctx: Context | SystemContext): Promise<string> {
  const today = parisDate(ctx.now)
  const runId = v7(ctx.now.epochMilliseconds)
  await ctx.db.duesRun.create({
    data: { id: runId, on: dateColumn(today), startedAt: dateFromInstant(ctx.now) },
    select: { id: true },
  })
  const summary: NightSummary = {
    opened: 0,
    left: 0,
    looked: 0,
    steps: 0,
    messages: 0,
    withoutAddress: 0,
    underWay: 0,
    byStage: {},
  }
  summary.opened = await transact(ctx.db, async (tx) => (await openMissingDues(tx, ctx)).length)
  summary.left = await transact(ctx.db, (tx) => closeDuesOfLeavers(tx, today))
  for (let after: Cursor | null = null, first = true; first || after !== null; first = false) {
    const from: Cursor | null = after
    const done: BatchResult = await transact(ctx.db, (tx) => nightBatch(tx, ctx, { after: from, runId }))
    add(summary, done)
    after = done.cursor
  }
  await ctx.db.duesRun.update({
    where: { id: runId },
    data: { finishedAt: dateFromInstant(ctx.now), summary },
    select: { id: true },
  })
  return runId
}

function add(summary: NightSummary, done: BatchResult): void {
  summary.looked += done.looked
  summary.messages += done.messages
  summary.withoutAddress += done.withoutAddress
  summary.underWay += done.underWay
  for (const [stage, count] of Object.entries(done.byStage)) {
    summary.byStage[stage] = (summary.byStage[stage] ?? 0) + count
    summary.steps += count
  }
}

/** Who has left is no longer reminded; what he owed stays owed. */
function closeDuesOfLeavers(tx: Tx, today: string): Promise<number> {
  return tx.$executeRaw`
    update "Dues" d set "closedAs" = 'LEFT', "closedOn" = m."leftOn", "nextOn" = null
      from "Member" m
     where m.id = d."memberId" and m."leftOn" <= ${today}::date and d."closedAs" is null`
}

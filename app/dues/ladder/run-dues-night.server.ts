import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { eachPart } from '~/platform/each-alone.server'
import { log } from '~/platform/log.server'
import { v7 } from '~/platform/uuid.server'
import { openMissingDues } from '../open-missing-dues.server'
import { BATCH, dueTonight, nightBatch, type BatchResult, type Cursor } from './night-batch.server'
import type { NightSummary } from './night-summary'

/**
 * 6.4-b: the nightly run. Opens the dues that are missing, closes those of leavers, then takes at most one step of each dues
 * and writes at most once to each member. In transactions of 500, so that a stop in the middle loses nothing: run again the
 * same day, or twice at once, it does only what is left. A part that fails stops no other. Returns the id of its record, `DuesRun`.
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
    failed: 0,
    byStage: {},
  }
  const { failed } = await eachPart('dues-night', {
    opened: async () => {
      summary.opened = await transact(ctx.db, async (tx) => (await openMissingDues(tx, ctx)).length)
    },
    left: async () => {
      summary.left = await transact(ctx.db, (tx) => closeDuesOfLeavers(tx, today))
    },
    steps: async () => {
      for await (const done of batches(ctx, runId)) add(summary, done)
    },
  })
  summary.failed += failed
  await ctx.db.duesRun.update({
    where: { id: runId },
    data: { finishedAt: dateFromInstant(ctx.now), summary },
    select: { id: true },
  })
  return runId
}

/**
 * The batches of a run. One that fails is taken again a dues at a time: the one that cannot move is told in the log, left as it
 * is for the next night, and does not stop the others.
 */
async function* batches(ctx: Context | SystemContext, runId: string): AsyncGenerator<BatchResult> {
  let after: Cursor | null = null
  let alone = 0
  for (let more = true; more; alone = Math.max(0, alone - 1)) {
    const window = { after, runId, size: alone > 0 ? 1 : BATCH }
    try {
      const done: BatchResult = await transact(ctx.db, (tx) => nightBatch(tx, ctx, window))
      yield done
      after = done.cursor
    } catch (error) {
      if (alone === 0) {
        alone = BATCH + 1
        continue
      }
      const [stuck] = await dueTonight(ctx.db, { today: parisDate(ctx.now), ...window })
      log().error({ err: error, duesId: stuck?.id }, 'the night could not move these dues')
      yield { ...NOTHING, looked: 1, failed: 1 }
      after = stuck ?? null
    }
    more = after !== null
  }
}

const NOTHING: BatchResult = {
  looked: 0,
  byStage: {},
  messages: 0,
  withoutAddress: 0,
  underWay: 0,
  failed: 0,
  cursor: null,
}

function add(summary: NightSummary, done: BatchResult): void {
  summary.looked += done.looked
  summary.messages += done.messages
  summary.withoutAddress += done.withoutAddress
  summary.underWay += done.underWay
  summary.failed += done.failed
  for (const [stage, count] of Object.entries(done.byStage)) {
    summary.byStage[stage] = (summary.byStage[stage] ?? 0) + count
    summary.steps += count
  }
}

/** A member who has left is no longer reminded; what he owed stays owed. */
function closeDuesOfLeavers(tx: Tx, today: string): Promise<number> {
  return tx.$executeRaw`
    update "Dues" d set "closedAs" = 'LEFT', "closedOn" = m."leftOn", "nextOn" = null
      from "Member" m
     where m.id = d."memberId" and m."leftOn" <= ${today}::date and d."closedAs" is null`
}

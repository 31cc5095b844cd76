import { statutesInForce } from '~/association/in-force.server'
import type { Context, SystemContext } from '~/platform/context'
import { parisDate } from '~/platform/clock.server'
import type { Db, Tx } from '~/platform/db.server'
import { NIL_UUID } from '~/platform/uuid.server'
import { addDays } from '~/statutes/civil-date'
import { isHeld, nextStep } from '~/statutes/dues-ladder'
import { reminderRank, type Stage } from '~/statutes/dues-ladder-stages'
import { lockDuesRows } from '../ledger/lock-dues.server'
import { ladderFacts, type LadderRow } from './facts.server'
import { billed, queueCalls, queueReminders, readersByMail, type Billed } from './messages.server'
import { scheduleNext } from './schedule-next.server'
import { takeSteps, type StepToTake } from './take-steps.server'
import { writtenOn } from './undelivered.server'
import { duesWriter } from './writer.server'

export const BATCH = 500

/** Where a run has come to: dues are looked at by the day of their step, then by id. */
export type Cursor = { nextOn: string; id: string }

export type BatchResult = {
  looked: number
  byStage: Record<string, number>
  messages: number
  withoutAddress: number
  underWay: number
  /** that could not be moved, for a reason told in the log */
  failed: number
  cursor: Cursor | null
}

type Due = LadderRow & { stage: Stage }

/**
 * Takes the next step of at most 500 dues (`size`) whose day has come, in the caller's transaction: one step a dues, one message a
 * member and a day. Two runs at once take turns; what one has done the other finds done. A dues that cannot move tonight
 * (money in sight, no mail address) is left as it is.
 */
export async function nightBatch(
  tx: Tx,
  ctx: Context | SystemContext,
  { after, runId, size = BATCH }: { after: Cursor | null; runId: string; size?: number },
): Promise<BatchResult> {
  const today = parisDate(ctx.now)
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('dues-night', 0))`
  const found = await dueTonight(tx, { today, after, size })
  const last = found[found.length - 1]
  const cursor = found.length === size && last ? last : null
  const ids = found.map(({ id }) => id)
  await lockDuesRows(tx, ids)
  const { statutes } = await statutesInForce(tx, today)
  const rows = await ladderFacts(tx, ids, today)
  const due = rows.flatMap((row): Due[] => {
    const next = nextStep(statutes, row, today)
    const now = !next.over && next.by === 'run' && next.ruling.outcome === 'lawful'
    return now ? [{ ...row, stage: next.stage }] : []
  })
  const held = new Set(rows.filter((row) => isHeld(nextStep(statutes, row, today))).map(({ id }) => id))
  const silent = due.filter(({ stage }) => !isMessage(stage)).map(({ id, stage }) => quiet(id, stage, today, runId))
  const late = due.filter(joinedLate).flatMap((row) => takenOver(row, runId))
  const written = await onePerMember(
    tx,
    due.filter((row) => isMessage(row.stage) && !joinedLate(row)),
    today,
  )
  const { readers, without } = await readersByMail(tx, await billed(tx, written), today)
  const stageOf = new Map(written.map(({ id, stage }) => [id, stage]))
  const mailed = await write(readers)
  await takeSteps(tx, ctx, [...silent, ...late, ...mailed])
  await scheduleNext(tx, ctx, stale(rows, due, held))
  const steps = [...silent, ...late, ...mailed]
  return {
    looked: ids.length,
    byStage: countBy(steps.map(({ stage }) => stage)),
    messages: mailed.length,
    withoutAddress: without.length,
    underWay: held.size,
    failed: 0,
    cursor,
  }

  async function write(all: typeof readers): Promise<StepToTake[]> {
    if (all.length === 0) return []
    const writer = await duesWriter(tx, today)
    const calls = all.filter(({ row }) => stageOf.get(row.id) === 'called')
    const reminders = all.filter(({ row }) => stageOf.get(row.id) !== 'called')
    const stage = (row: Billed): Stage => stageOf.get(row.id) ?? 'called'
    const callIds = await queueCalls(tx, writer, calls, ctx.now)
    const reminderIds = await queueReminders(tx, writer, reminders, { statutes, stageOf: stage, today }, ctx.now)
    const mailIds = [...callIds, ...reminderIds]
    return [...calls, ...reminders].map(({ row }, index) => ({
      duesId: row.id,
      stage: stage(row),
      on: today,
      message: true,
      mailId: mailIds[index],
      runId,
    }))
  }
}

const isMessage = (stage: Stage) => stage === 'called' || reminderRank(stage) !== null

/** Opened after its own due date: called elsewhere before it was kept here, the first reminder comes next. */
const joinedLate = ({ stage, openedOn, dueOn }: Due) => stage === 'called' && openedOn > dueOn

function takenOver({ id, dueOn }: Due, runId: string): StepToTake[] {
  return [
    { duesId: id, stage: 'called', on: dueOn, takenOver: true, runId },
    { duesId: id, stage: 'due', on: addDays(dueOn, 1), takenOver: true, runId },
  ]
}

const quiet = (duesId: string, stage: Stage, on: string, runId: string): StepToTake => ({ duesId, stage, on, runId })

type Window = { today: string; after: Cursor | null; size: number }

/** The next dues whose day has come, `size` at most, in the order of a run; a member who left is no longer reminded. */
export async function dueTonight(tx: Db | Tx, { today, after, size }: Window): Promise<Cursor[]> {
  return tx.$queryRaw<Cursor[]>`
    select to_char("nextOn", 'YYYY-MM-DD') as "nextOn", id from "Dues"
     where "closedAs" is null and "nextOn" <= ${today}::date
       and not exists (select 1 from "Member" m where m.id = "memberId" and m."leftOn" <= ${today}::date)
       and ("nextOn", id) > (${after?.nextOn ?? '0001-01-01'}::date, ${after?.id ?? NIL_UUID}::uuid)
     order by "nextOn", id limit ${size}`
}

/** One message a member and a day: the dues that fell due first; the others wait for tomorrow. */
async function onePerMember(tx: Tx, rows: Due[], today: string): Promise<Due[]> {
  if (rows.length === 0) return []
  const memberIds = rows.map(({ memberId }) => memberId)
  const taken = await writtenOn(tx, memberIds, today)
  const oldestFirst = rows.toSorted((a, b) => (a.dueOn + a.id < b.dueOn + b.id ? -1 : 1))
  return oldestFirst.filter(({ memberId }) => {
    if (taken.has(memberId)) return false
    taken.add(memberId)
    return true
  })
}

/** Dues whose day was no longer right: it is written again. */
function stale(rows: LadderRow[], due: Due[], held: Set<string>): string[] {
  const known = new Set(due.map(({ id }) => id))
  return rows.filter(({ id }) => !known.has(id) && !held.has(id)).map(({ id }) => id)
}

function countBy(stages: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const stage of stages) counts[stage] = (counts[stage] ?? 0) + 1
  return counts
}

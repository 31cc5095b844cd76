import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { demandLawful, Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { nextStep, type DuesFacts } from '~/statutes/dues-ladder'
import { rankOf, stageLabel, type Stage } from '~/statutes/dues-ladder-stages'
import { plainDate } from '~/statutes/french'
import { lawful, reason, unlawful, type Ruling } from '~/statutes/ruling'
import type { Statutes } from '~/statutes/schema'
import { lockDuesRows } from '../ledger/lock-dues.server'
import { ladderFacts, type LadderRow } from './facts.server'
import { scheduleNext } from './schedule-next.server'

export type StepToTake = {
  duesId: string
  stage: Stage
  /** civil day of the step: that of the deposit for a letter */
  on: string
  /** a message to the member goes with it: one a day at most */
  message?: boolean
  /** taken before the dues were kept here: its day is not judged, its place is */
  takenOver?: boolean
  mailId?: string
  letterId?: string
  resolutionId?: string
  runId?: string
  /** what allowed it, when that is more than its day: the removal */
  ruling?: Ruling
}

/**
 * 6.4-b: the only writer of the steps. Locks the dues, looks at each step again (place, day, sum still owed), appends it with
 * its ruling, moves the dues, says when the next one may come. One refused step refuses them all (409, with the article).
 * Set-based: 10,000 at once take about a second.
 */
export async function takeSteps(tx: Tx, ctx: Context | SystemContext, steps: StepToTake[]): Promise<void> {
  const [first] = steps
  if (!first) return
  const ids = [...new Set(steps.map(({ duesId }) => duesId))]
  await lockDuesRows(tx, ids)
  const judgedDays = steps.filter(({ takenOver }) => !takenOver).map((step) => step.on)
  const on = judgedDays.sort()[0] ?? parisDate(ctx.now)
  const { statutes } = await statutesInForce(tx, on)
  const facts = new Map((await ladderFacts(tx, ids, on)).map((row) => [row.id, row]))
  const taken = steps.map((step) => judged(statutes, facts, step))
  await append(tx, ctx, taken)
  await move(tx, steps)
  await scheduleNext(tx, ctx, ids)
  await journal(tx, ctx, {
    act: 'dues.step',
    subject: 'Dues',
    subjectId: ids.length === 1 ? first.duesId : undefined,
    ruling: ids.length === 1 ? taken[0]?.ruling : undefined,
    details: { stages: [...new Set(steps.map(({ stage }) => stage))], on, count: steps.length },
  })
}

type Judged = StepToTake & { memberId: string; ruling: Ruling }

/** The step with its ruling; what it changes is kept in `facts`, for the one that follows it in the same act. */
function judged(statutes: Statutes, facts: Map<string, LadderRow>, step: StepToTake): Judged {
  const row = facts.get(step.duesId)
  if (!row) throw new Refusal('Cette cotisation n’existe pas.', { status: 404 })
  const ruling = rulingOf(statutes, row, step)
  demandLawful(ruling)
  const { memberId } = row
  facts.set(step.duesId, { ...row, last: { stage: step.stage, on: step.on } })
  return { ...step, memberId, ruling: step.ruling ?? ruling }
}

function rulingOf(statutes: Statutes, facts: DuesFacts, step: StepToTake): Ruling {
  const next = nextStep(statutes, facts, step.on)
  if (next.over) return unlawful(reason('6.4-b', 'La procédure est close : la cotisation est réglée ou décidée.'))
  const expected = next.stage === 'removed' && step.stage === 'kept' ? 'kept' : next.stage
  if (expected !== step.stage) {
    const said = `L’étape qui vient est « ${stageLabel(next.stage)} », pas « ${stageLabel(step.stage)} ».`
    return unlawful(reason('6.4-b', said, { next: next.stage, asked: step.stage }))
  }
  if (step.takenOver)
    return lawful(
      reason('6.4-b', `Étape accomplie avant la tenue des cotisations ici, le ${plainDate(step.on)}.`, {
        stage: step.stage,
        date: step.on,
      }),
    )
  return next.ruling
}

async function append(tx: Tx, ctx: Context | SystemContext, steps: Judged[]): Promise<void> {
  const rows = steps.map((step) => ({
    id: v7(ctx.now.epochMilliseconds),
    duesId: step.duesId,
    memberId: step.memberId,
    stage: step.stage,
    rank: rankOf(step.stage),
    on: step.on,
    message: step.message ?? false,
    takenOver: step.takenOver ?? false,
    mailId: step.mailId ?? null,
    letterId: step.letterId ?? null,
    resolutionId: step.resolutionId ?? null,
    runId: step.runId ?? null,
    ruling: step.ruling,
  }))
  await tx.$executeRaw`
    insert into "DuesStep" (id, "duesId", "memberId", stage, rank, "on", at, message, "takenOver", "mailId", "letterId",
                            "resolutionId", "runId", "recordedById", ruling)
    select r.id, r."duesId", r."memberId", r.stage, r.rank, r."on", ${dateFromInstant(ctx.now)}::timestamptz, r.message,
           r."takenOver", r."mailId", r."letterId", r."resolutionId", r."runId", ${ctx.actor?.accountId ?? null}::uuid, r.ruling
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "duesId" uuid, "memberId" uuid, stage text,
           rank int, "on" date, message boolean, "takenOver" boolean, "mailId" uuid, "letterId" uuid, "resolutionId" uuid,
           "runId" uuid, ruling jsonb)
     order by r.rank`
}

async function move(tx: Tx, steps: StepToTake[]): Promise<void> {
  const latest = [...new Map(steps.map((step) => [step.duesId, step])).values()]
  const closing = ({ stage }: StepToTake) => (stage === 'removed' ? 'REMOVED' : stage === 'kept' ? 'KEPT' : null)
  await tx.$executeRaw`
    update "Dues" d set stage = s.stage, "stageRank" = s.rank, "stageOn" = s."on",
           "closedAs" = coalesce(s.closing::"DuesClosing", d."closedAs"),
           "closedOn" = case when s.closing is null then d."closedOn" else s."on" end
      from unnest(${latest.map(({ duesId }) => duesId)}::uuid[], ${latest.map(({ stage }) => stage)}::text[],
                  ${latest.map(({ stage }) => rankOf(stage))}::int[], ${latest.map(({ on }) => on)}::date[],
                  ${latest.map(closing)}::text[]) as s(id, stage, rank, "on", closing)
     where d.id = s.id`
}

import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { may } from '~/platform/permissions'
import { forbidden, notFound } from '~/platform/refusal'
import { addDays } from '~/statutes/civil-date'
import { openMissingDues } from '../open-missing-dues.server'
import { ladderFacts, type LadderRow } from './facts.server'
import { billed, queueCalls, readersByMail } from './messages.server'
import { scheduleNext } from './schedule-next.server'
import { takeSteps, type StepToTake } from './take-steps.server'
import { duesWriter } from './writer.server'

export type Called = {
  /** messages queued */
  mails: number
  /** without a mail address: a letter waits for a human */
  letters: number
  /** recorded as called before the dues were kept here */
  takenOver: number
  owedCents: number
}

/**
 * 12-a: the treasurer calls the dues of a year. Opens those that are missing, writes to each member who has not been called,
 * counts those who have no mail address. `takenOver`: they were called before the dues were kept here, nothing is sent and
 * the first reminder comes next (6.4-b). Pressed again, it calls only who is left. Refused: not the treasurer (403), a year
 * whose dues are not set (404).
 */
export async function callDues(ctx: Context, input: { year: number; takenOver?: boolean }): Promise<Called> {
  if (!may(ctx.actor, 'dues.manage')) throw forbidden()
  const today = parisDate(ctx.now)
  return transact(ctx.db, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`dues:${input.year}`}, 0))`
    const period = await tx.duesPeriod.findUnique({ where: { year: input.year } })
    if (!period) throw notFound()
    await openMissingDues(tx, ctx, { periodId: period.id })
    if (!period.calledAt)
      await tx.duesPeriod.update({
        where: { id: period.id },
        data: { calledAt: dateFromInstant(ctx.now), calledBy: ctx.actor.accountId },
        select: { id: true },
      })
    const rows = await notYetCalled(tx, period.id, today)
    const done = input.takenOver ? await recordTakeover(tx, ctx, rows, today) : await sendCalls(tx, ctx, rows, today)
    const result = { ...done, owedCents: rows.reduce((sum, { owedCents }) => sum + owedCents, 0) }
    await journal(tx, ctx, {
      act: 'dues.called',
      subject: 'DuesPeriod',
      subjectId: period.id,
      details: { year: input.year, ...result },
    })
    return result
  })
}

/** Dues of the period that nobody was told of yet, their rows held. */
async function notYetCalled(tx: Tx, periodId: string, today: string): Promise<LadderRow[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    select d.id from "Dues" d join "Member" m on m.id = d."memberId"
     where d."periodId" = ${periodId}::uuid and d.stage is null and d."closedAs" is null
       and (m."leftOn" is null or m."leftOn" > ${today}::date)
     order by d.id for update of d`
  return ladderFacts(
    tx,
    found.map(({ id }) => id),
    today,
  )
}

async function sendCalls(tx: Tx, ctx: Context, rows: LadderRow[], today: string) {
  const written = await tx.$queryRaw<{ memberId: string }[]>`
    select distinct "memberId" from "DuesStep" where message and "on" = ${today}::date`
  const alreadyWritten = new Set(written.map(({ memberId }) => memberId))
  const { readers, without } = await readersByMail(tx, await billed(tx, rows), today)
  const now = readers.filter(({ row }) => !alreadyWritten.has(row.memberId))
  const mailIds = await queueCalls(tx, await duesWriter(tx, today), now, ctx.now)
  await takeSteps(
    tx,
    ctx,
    now.map(({ row }, index) => ({
      duesId: row.id,
      stage: 'called',
      on: today,
      message: true,
      mailId: mailIds[index],
    })),
  )
  await scheduleNext(
    tx,
    ctx,
    [...without, ...readers.map(({ row }) => row)].map(({ id }) => id),
  )
  return { mails: now.length, letters: without.length, takenOver: 0 }
}

async function recordTakeover(tx: Tx, ctx: Context, rows: LadderRow[], today: string) {
  const steps = rows.flatMap(({ id, dueOn }): StepToTake[] => {
    const called = dueOn < today ? dueOn : today
    const step = { duesId: id, stage: 'called', on: called, takenOver: true } as const
    return dueOn < today ? [step, { ...step, stage: 'due', on: addDays(dueOn, 1) }] : [step]
  })
  await takeSteps(tx, ctx, steps)
  return { mails: 0, letters: 0, takenOver: rows.length }
}

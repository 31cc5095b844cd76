import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { may } from '~/platform/permissions'
import { forbidden, notFound } from '~/platform/refusal'
import { NIL_UUID } from '~/platform/uuid.server'
import { addDays } from '~/statutes/civil-date'
import { isHeld, nextStep } from '~/statutes/dues-ladder'
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
  /** not called: money in sight may be the one that is owed */
  held: number
  /** recorded as called before the dues were kept here */
  takenOver: number
  owedCents: number
}

const BATCH = 1_000

/**
 * 12-a: the treasurer calls the dues of a year. Opens those that are missing, writes to each member who has not been called,
 * counts those who have no mail address. `takenOver`: they were called before the dues were kept here, nothing is sent and
 * the first reminder comes next (6.4-b). In transactions of 1,000; pressed again, or after a stop in the middle, it calls only
 * who is left. Refused: not the treasurer (403), a year whose dues are not set (404).
 */
export async function callDues(ctx: Context, input: { year: number; takenOver?: boolean }): Promise<Called> {
  if (!may(ctx.actor, 'dues.manage')) throw forbidden()
  const today = parisDate(ctx.now)
  const periodId = await transact(ctx.db, (tx) => openCall(tx, ctx, input.year))
  const total: Called = { mails: 0, letters: 0, held: 0, takenOver: 0, owedCents: 0 }
  for (let after: string | null = NIL_UUID; after !== null;) {
    const from: string = after
    const done = await transact(ctx.db, async (tx) => {
      await lockYear(tx, input.year)
      const rows = await notYetCalled(tx, { periodId, today, after: from })
      const said = input.takenOver ? await recordTakeover(tx, ctx, rows, today) : await sendCalls(tx, ctx, rows, today)
      const owedCents = rows.reduce((sum, row) => sum + row.owedCents, 0)
      return { ...said, owedCents, last: rows.length === BATCH ? (rows.at(-1)?.id ?? null) : null }
    })
    after = done.last
    total.mails += done.mails
    total.letters += done.letters
    total.held += done.held
    total.takenOver += done.takenOver
    total.owedCents += done.owedCents
  }
  await transact(ctx.db, (tx) =>
    journal(tx, ctx, {
      act: 'dues.called',
      subject: 'DuesPeriod',
      subjectId: periodId,
      details: { year: input.year, ...total },
    }),
  )
  return total
}

const lockYear = (tx: Tx, year: number) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`dues:${year}`}, 0))`

/** Opens what is missing and dates the call, once. Returns the period's id. */
async function openCall(tx: Tx, ctx: Context, year: number): Promise<string> {
  await lockYear(tx, year)
  const period = await tx.duesPeriod.findUnique({ where: { year } })
  if (!period) throw notFound()
  await openMissingDues(tx, ctx, { periodId: period.id })
  if (!period.calledAt)
    await tx.duesPeriod.update({
      where: { id: period.id },
      data: { calledAt: dateFromInstant(ctx.now), calledById: ctx.actor.accountId },
      select: { id: true },
    })
  return period.id
}

type Left = { periodId: string; today: string; after: string }

/** Dues of the period that nobody was told of yet, 1,000 at most after an id, their rows held. */
async function notYetCalled(tx: Tx, { periodId, today, after }: Left): Promise<LadderRow[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    select d.id from "Dues" d join "Member" m on m.id = d."memberId"
     where d."periodId" = ${periodId}::uuid and d.id > ${after}::uuid and d.stage is null and d."closedAs" is null
       and (m."leftOn" is null or m."leftOn" > ${today}::date)
     order by d.id limit ${BATCH} for no key update of d`
  return ladderFacts(
    tx,
    found.map(({ id }) => id),
    today,
  )
}

async function sendCalls(tx: Tx, ctx: Context, all: LadderRow[], today: string) {
  const { statutes } = await statutesInForce(tx, today)
  const held = all.filter((row) => isHeld(nextStep(statutes, row, today)))
  const rows = all.filter((row) => !held.includes(row))
  const written = await tx.$queryRaw<{ memberId: string }[]>`
    select "memberId" from "DuesStep"
     where message and "on" = ${today}::date and "memberId" = any(${rows.map(({ memberId }) => memberId)}::uuid[])`
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
    [...held, ...without, ...readers.map(({ row }) => row)].map(({ id }) => id),
  )
  return { mails: now.length, letters: without.length, held: held.length, takenOver: 0 }
}

async function recordTakeover(tx: Tx, ctx: Context, rows: LadderRow[], today: string) {
  const steps = rows.flatMap(({ id, dueOn }): StepToTake[] => {
    const called = dueOn < today ? dueOn : today
    const step = { duesId: id, stage: 'called', on: called, takenOver: true } as const
    return dueOn < today ? [step, { ...step, stage: 'due', on: addDays(dueOn, 1) }] : [step]
  })
  await takeSteps(tx, ctx, steps)
  return { mails: 0, letters: 0, held: 0, takenOver: rows.length }
}

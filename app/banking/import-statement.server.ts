import { demandPower } from '~/platform/demand-power.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { unreadable, type Answers } from '~/platform/spreadsheet/table'
import { planCredits } from './plan-credits.server'
import { readKept, type KeptReading } from './read-kept.server'
import { summaryOf, type StatementSummary } from './statement-summary'
import { totalsOf } from './statement/reading'

export type StatementFile = { fileName: string; bytes: Uint8Array; answers?: Answers }
export type ImportedStatement = StatementSummary & { statementId: string }

/**
 * Keeps the credits of a statement, once each however often they come, in whatever form. Debits are counted and left aside; rows that
 * could not be read are kept with their reason. Refused (400): unreadable, or a question that nobody has answered.
 */
export async function importStatement(ctx: Context, file: StatementFile): Promise<ImportedStatement> {
  demandPower(ctx, 'dues.manage')
  return transact(ctx.db, (tx) => importStatementIn(tx, ctx, file))
}

/** The same in the caller's transaction; two imports at once take turns. */
export async function importStatementIn(tx: Tx, ctx: Context, file: StatementFile): Promise<ImportedStatement> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('bank-statements', 0))`
  const given = { bytes: file.bytes, answers: file.answers ?? {} }
  const kept = await readKept(tx, given, parisDate(ctx.now))
  const plan = await planCredits(tx, kept.reading, kept.answers)
  demandAnswered(kept, plan.questions)
  const summary = summaryOf(kept.reading, { added: plan.fresh.length, known: plan.known.length })
  const statementId = await keepStatement(tx, ctx, file.fileName, kept, summary)
  const added = await tx.bankLine.createManyAndReturn({
    data: plan.fresh.map(({ on, label, cents, fingerprint }) => ({
      ...{ statementId, fingerprint, on: dateColumn(on), label, amountCents: cents },
    })),
    select: { id: true },
  })
  const lineIds = [...plan.known, ...added.map(({ id }) => id)]
  await tx.bankLineSeen.createMany({ data: lineIds.map((lineId) => ({ statementId, lineId })) })
  await journal(tx, ctx, {
    act: 'statement.imported',
    subject: 'BankStatement',
    subjectId: statementId,
    details: { ...summary },
  })
  return { statementId, ...summary }
}

function demandAnswered({ reading }: KeptReading, twins: readonly { taken: string | null; question: string }[]): void {
  const [wanting] = reading.wanting
  if (wanting !== undefined) throw unreadable(wanting)
  const open = [...reading.questions, ...twins].find(({ taken }) => taken === null)
  if (open) throw unreadable(`Répondez d’abord : ${open.question}`)
}

async function keepStatement(
  tx: Tx,
  ctx: Context,
  fileName: string,
  { reading, headerKey, answers }: KeptReading,
  summary: StatementSummary,
): Promise<string> {
  const days = reading.operations.map(({ on }) => on).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  const { id } = await tx.bankStatement.create({
    data: {
      fileName: fileName.slice(0, 200),
      createdById: ctx.actor.accountId,
      createdAt: dateFromInstant(ctx.now),
      form: reading.form,
      account: reading.account,
      startsOn: first === undefined ? null : dateColumn(first),
      endsOn: last === undefined ? null : dateColumn(last),
      headerKey,
      answers,
      summary: { ...summary, ...totalsOf(reading) },
      refused: reading.refused,
    },
    select: { id: true },
  })
  return id
}

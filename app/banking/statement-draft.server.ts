import { z } from 'zod'
import { demandPower } from '~/platform/demand-power.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact, type Db, type Tx } from '~/platform/db.server'
import { notFound, Refusal } from '~/platform/refusal'
import type { Answers } from '~/platform/spreadsheet/table'
import { forgetDrafts } from './forget-drafts.server'
import { importStatementIn } from './import-statement.server'
import { answersSchema, readKept } from './read-kept.server'

/** Keeps a file to be looked at before anything is written, a day at most; returns its id. Refused (400) when it cannot be read. */
export async function startStatement(
  ctx: Context,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<string> {
  demandPower(ctx, 'dues.manage')
  await readKept(ctx.db, { bytes, answers: {} }, parisDate(ctx.now))
  return transact(ctx.db, async (tx) => {
    await forgetDrafts(tx, ctx)
    const { id } = await tx.statementDraft.create({
      data: {
        fileName: fileName.slice(0, 200),
        bytes: new Uint8Array(bytes),
        answers: {},
        createdById: ctx.actor.accountId,
        createdAt: dateFromInstant(ctx.now),
      },
      select: { id: true },
    })
    return id
  })
}

/** A file that waits, with its answers. 404: unknown, imported or given up, or older than a day. */
export async function openDraft(db: Db | Tx, rawId: string | undefined) {
  const id = z.uuid().safeParse(rawId)
  const draft = id.success ? await db.statementDraft.findUnique({ where: { id: id.data } }) : null
  if (!draft?.bytes) throw notFound()
  return { ...draft, bytes: new Uint8Array(draft.bytes), answers: answersSchema.parse(draft.answers) }
}

/** What a person says of the columns and of what was guessed; an answer that is no choice changes nothing. */
export async function answerStatement(ctx: Context, draftId: string, answers: Answers): Promise<void> {
  demandPower(ctx, 'dues.manage')
  await transact(ctx.db, async (tx) => {
    await lockDraft(tx, draftId)
    const draft = await openDraft(tx, draftId)
    const all = { ...draft.answers, ...answersSchema.parse(answers) }
    await tx.statementDraft.update({ where: { id: draftId }, data: { answers: all }, select: { id: true } })
  })
}

/** Imports the file as it was shown, once; returns the id of its statement. Refused (400) while a question is open. */
export async function confirmStatement(ctx: Context, draftId: string): Promise<string> {
  demandPower(ctx, 'dues.manage')
  return transact(ctx.db, async (tx) => {
    await lockDraft(tx, draftId)
    const known = await tx.statementDraft.findUnique({ where: { id: draftId }, select: { statementId: true } })
    if (known?.statementId) return known.statementId
    const { statementId } = await importStatementIn(tx, ctx, await openDraft(tx, draftId))
    await tx.statementDraft.update({ where: { id: draftId }, data: { statementId, bytes: null }, select: { id: true } })
    return statementId
  })
}

/** The file is given up: nothing of it is kept. Refused (409) once it was imported. */
export async function dropStatement(ctx: Context, draftId: string): Promise<void> {
  demandPower(ctx, 'dues.manage')
  const { count } = await ctx.db.statementDraft.deleteMany({ where: { id: draftId, statementId: null } })
  if (count === 0 && (await ctx.db.statementDraft.findUnique({ where: { id: draftId } })))
    throw new Refusal('Ce relevé a déjà été importé.')
}

const lockDraft = (tx: Tx, id: string) => tx.$queryRaw`select 1 from "StatementDraft" where id = ${id}::uuid for update`

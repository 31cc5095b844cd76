import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { recordAccess } from '~/platform/data-access.server'
import { planCredits } from './plan-credits.server'
import { readKept } from './read-kept.server'
import { openDraft } from './statement-draft.server'
import { totalsOf } from './statement/reading'

const SHOWN = 200

/** What a file would bring, before anything is written: columns, questions, counts and sums, credits, rows that are not read. */
export async function statementPreview(ctx: Context, rawId: string | undefined) {
  const draft = await openDraft(ctx.db, rawId)
  const { reading, answers } = await readKept(ctx.db, draft, parisDate(ctx.now))
  const plan = await planCredits(ctx.db, reading, answers)
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'payments', details: { page: 'import-releve' } })
  const questions = [...reading.questions, ...plan.questions]
  const { form, account, columns, guessed, wanting, refused, asked, passed, balances } = reading
  return {
    id: draft.id,
    fileName: draft.fileName,
    ...{ form, account, guessed, wanting, questions, balances },
    columns: columns.map((column, at) => ({ ...column, id: `column:${at}` })),
    totals: totalsOf(reading),
    added: plan.fresh.length,
    known: plan.known.length,
    ready: wanting.length === 0 && questions.every(({ taken }) => taken !== null),
    operations: reading.operations.slice(0, SHOWN),
    counts: { read: reading.operations.length, asked: asked.length, refused: refused.length, passed: passed.length },
    refused: refused.slice(0, SHOWN),
    passed: passed.filter(({ why }) => why !== 'ligne vide').slice(0, SHOWN),
  }
}

export type StatementPreview = Awaited<ReturnType<typeof statementPreview>>

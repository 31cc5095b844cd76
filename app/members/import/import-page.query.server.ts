import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import type { Context } from '~/platform/context'
import { recordAccess } from '~/platform/data-access.server'
import { answersSchema } from './answers'
import { summarySchema } from './summary'
import { firstAdmission } from './announced.server'
import { namesSomebody } from './columns'
import type { DuesSide } from './dues-side'
import { openFile } from './open-file.server'
import { planImport, sourceOf } from './plan-import.server'
import type { LineOutcome, PlannedLine } from './planned-line.server'

const LINES = 100
const shown = z.enum(['refused', 'asked', 'create', 'change', 'same']).nullable().catch(null)

/** The dry run of a kept file, a hundred lines at a time; what was done, once it was; 404 when there is none. */
export async function importPage(
  ctx: Context,
  id: string | undefined,
  search: URLSearchParams,
  dues: DuesSide | null = null,
) {
  const known = z.uuid().safeParse(id)
  const kept = known.success ? await ctx.db.memberImport.findUnique({ where: { id: known.data } }) : null
  if (!kept) throw data(null, { status: 404 })
  const { fileName, bytes, appliedAt, summary } = kept
  if (appliedAt) {
    const { dues: done = null, ...counts } = summarySchema.parse(summary)
    const { refusedLines, written, undoneAt } = kept
    return {
      state: 'done' as const,
      id: kept.id,
      fileName,
      counts,
      dues: done,
      notTaken: refusedLines !== null,
      undone: undoneAt !== null,
      undoable: written !== null && undoneAt === null,
    }
  }
  if (!bytes) return { state: 'gone' as const, fileName }
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'import', details: { importId: kept.id } })
  const { columns } = await openFile(bytes, answersSchema.parse(kept.answers))
  if (!namesSomebody(columns)) throw redirect(`/membres/import/${kept.id}/colonnes`)
  const plan = await planImport(ctx.db, ctx, sourceOf(kept, bytes), dues)
  const outcome = shown.parse(search.get('voir'))
  const lines = ordered(plan.lines, outcome)
  const pages = Math.max(1, Math.ceil(lines.length / LINES))
  const page = Math.min(pages, Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1))
  return {
    state: 'tried' as const,
    fileName,
    form: plan.form,
    id: kept.id,
    ignored: plan.columns.ignored,
    questions: plan.questions,
    passed: plan.passed,
    renamed: plan.lines.filter(({ renamed }) => renamed).slice(0, LINES),
    counts: plan.counts,
    firstDay: firstAdmission(plan),
    dues: plan.dues,
    duesUnread: plan.duesUnread,
    outcome,
    lines: lines.slice((page - 1) * LINES, page * LINES),
    page,
    pages,
  }
}

/** The refused lines come first: they are those that want something of the reader. */
function ordered(lines: PlannedLine[], outcome: LineOutcome | null): PlannedLine[] {
  if (outcome) return lines.filter((line) => line.outcome === outcome)
  const rank = ({ outcome: each }: PlannedLine) => (each === 'refused' ? 0 : each === 'asked' ? 1 : 2)
  return lines.toSorted((a, b) => rank(a) - rank(b))
}

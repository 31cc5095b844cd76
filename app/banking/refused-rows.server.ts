import { z } from 'zod'
import { CSV_MARK, csvLine } from '~/platform/spreadsheet/csv'
import { demandPower } from '~/platform/demand-power.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { notFound } from '~/platform/refusal'
import { readKept } from './read-kept.server'
import { openDraft } from './statement-draft.server'

const rowsSchema = z.array(z.object({ line: z.number(), cells: z.array(z.string()), why: z.string() }))

/** The rows of a file, or of a statement that was imported, that could not be read, each with its line and its reason; 404 when there is none. */
export async function refusedRowsFile(ctx: Context, rawId: string | undefined): Promise<Response> {
  demandPower(ctx, 'dues.manage')
  const rows = await refusedOf(ctx, rawId)
  if (rows.length === 0) throw notFound()
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const names = Array.from({ length: width }, (_, at) => `colonne_${at + 1}`)
  const lines = rows.map(({ line, cells, why }) =>
    csvLine([...names.map((_, at) => cells[at] ?? ''), String(line), why]),
  )
  return new Response(CSV_MARK + csvLine([...names, 'ligne', 'motif']) + lines.join(''), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="lignes-refusees.csv"',
      'Cache-Control': 'no-store',
    },
  })
}

async function refusedOf(ctx: Context, rawId: string | undefined) {
  const id = z.uuid().safeParse(rawId)
  if (!id.success) throw notFound()
  const kept = await ctx.db.bankStatement.findUnique({ where: { id: id.data }, select: { refused: true } })
  if (kept) return rowsSchema.catch([]).parse(kept.refused)
  const draft = await openDraft(ctx.db, rawId)
  return (await readKept(ctx.db, draft, parisDate(ctx.now))).reading.refused
}

import { data } from '@remix-run/node'
import { z } from 'zod'
import type { Context } from '~/platform/context'
import { recordAccess } from '~/platform/data-access.server'
import type { DuesSide } from './dues-side'
import { notTakenCsv } from './not-taken'
import { planImport, sourceOf } from './plan-import.server'

/** The lines of a file that were not taken, or would not be, as a CSV to correct and bring again; 404 when there are none. */
export async function notTakenOf(ctx: Context, id: string | undefined, dues: DuesSide | null): Promise<string> {
  const known = z.uuid().safeParse(id)
  const kept = known.success ? await ctx.db.memberImport.findUnique({ where: { id: known.data } }) : null
  const csv = kept?.bytes
    ? notTakenCsv(await planImport(ctx.db, ctx, sourceOf(kept, kept.bytes), dues))
    : kept?.refusedLines
  if (!kept || !csv) throw data(null, { status: 404 })
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'import', details: { importId: kept.id } })
  return csv
}

import { data } from '@remix-run/node'
import { z } from 'zod'
import type { Context } from '~/platform/context'
import { recordAccess } from '~/platform/data-access.server'
import type { MemberImport } from '~/generated/prisma/client'
import type { PassedRow, Question } from '~/platform/spreadsheet/table'
import { answersSchema } from './answers'
import { namesSomebody, type Column } from './columns'
import { openFile, samplesOf, type OpenedFile } from './open-file.server'
import { planImport, sourceOf } from './plan-import.server'

export type ShownColumn = Column & { samples: string[] }
export type ColumnsPage = {
  fileName: string
  form: string
  columns: ShownColumn[]
  questions: Question[]
  passed: PassedRow[]
  rowCount: number
}

/** A kept file, still to be used; 404 when there is none, or when it is no longer kept. */
async function keptFile(ctx: Context, id: string | undefined): Promise<{ kept: MemberImport; bytes: Uint8Array }> {
  const known = z.uuid().safeParse(id)
  const kept = known.success ? await ctx.db.memberImport.findUnique({ where: { id: known.data } }) : null
  if (!kept?.bytes || kept.appliedAt) throw data(null, { status: 404 })
  return { kept, bytes: kept.bytes }
}

/** The columns of a kept file, each with what it is taken for and three of its values, and what is asked of the file. */
export async function columnsPage(ctx: Context, id: string | undefined): Promise<ColumnsPage> {
  const { kept, bytes } = await keptFile(ctx, id)
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'import', details: { importId: kept.id } })
  const opened = await openFile(bytes, answersSchema.parse(kept.answers))
  const { table, columns } = opened
  return {
    fileName: kept.fileName,
    form: table.form,
    columns: columns.all
      .map((column) => ({ ...column, samples: samplesOf(table, column.index) }))
      .filter(({ name, samples }) => name !== '' || samples.length > 0),
    questions: await questionsOf(ctx, kept, bytes, opened),
    passed: table.passed,
    rowCount: table.rows.length,
  }
}

/** Whether somebody must look at the columns before the dry run: one is not known, or a question is open. */
export async function wantsColumns(ctx: Context, id: string): Promise<boolean> {
  const { kept, bytes } = await keptFile(ctx, id)
  const opened = await openFile(bytes, answersSchema.parse(kept.answers))
  if (!namesSomebody(opened.columns)) return true
  const remembered = Object.keys(answersSchema.parse(kept.answers)).length > 0
  const unknown = opened.columns.all.some(
    ({ why, index }) => why === 'unknown' && samplesOf(opened.table, index).length > 0,
  )
  if (unknown && !remembered) return true
  const questions = await questionsOf(ctx, kept, bytes, opened)
  return questions.some(({ taken }) => taken === null) || opened.table.questions.length > 0
}

async function questionsOf(ctx: Context, kept: MemberImport, bytes: Uint8Array, { table, columns }: OpenedFile) {
  if (!namesSomebody(columns)) return table.questions
  return (await planImport(ctx.db, ctx, sourceOf(kept, bytes))).questions
}

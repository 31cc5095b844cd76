import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../context'
import { dateFromInstant } from '../dates'
import type { Tx } from '../db.server'
import { headerKey } from './plain'
import type { Answers } from './table'

const answersSchema = z.record(z.string(), z.string()).catch({})

/** Two files with the same columns in the same order have the same signature. */
export const headerSignature = (header: readonly string[]): string =>
  createHash('sha256').update(header.map(headerKey).join('\n')).digest('hex')

/** What the columns of such a header meant the last time, by the kind of table; null when it comes for the first time. */
export async function rememberedMapping(tx: Tx, kind: string, header: readonly string[]): Promise<Answers | null> {
  const found = await tx.tableMapping.findUnique({
    where: { kind_signature: { kind, signature: headerSignature(header) } },
    select: { answers: true },
  })
  return found && answersSchema.parse(found.answers)
}

/** Keeps what its columns mean for the next file with this header; `answers` about this one file alone are left out by the caller. */
export async function rememberMapping(
  tx: Tx,
  ctx: Context,
  table: { kind: string; header: readonly string[]; answers: Answers },
): Promise<void> {
  const key = { kind: table.kind, signature: headerSignature(table.header) }
  const said = { answers: table.answers, updatedAt: dateFromInstant(ctx.now) }
  await tx.tableMapping.upsert({
    where: { kind_signature: key },
    create: { ...key, ...said },
    update: said,
    select: { kind: true },
  })
}

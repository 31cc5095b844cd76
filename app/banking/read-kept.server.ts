import { z } from 'zod'
import type { Db, Tx } from '~/platform/db.server'
import { headerKey } from '~/platform/spreadsheet/plain'
import type { Answers } from '~/platform/spreadsheet/table'
import { readStatement } from './statement/read-statement.server'
import type { StatementReading } from './statement/reading'

export const answersSchema = z.record(z.string().max(60), z.string().max(60)).catch({})
/** What is said of the columns of a file holds for the next one that has the same; the rest is of this file alone. */
const LASTING = /^(column|order):/

export type KeptReading = { reading: StatementReading; headerKey: string | null; answers: Answers }

/** A statement read with the answers given to it, and with those that were given to the last one whose columns bear the same names. */
export async function readKept(
  db: Db | Tx,
  { bytes, answers }: { bytes: Uint8Array; answers: Answers },
  today: string,
): Promise<KeptReading> {
  const first = await readStatement(bytes, { today, answers })
  const key = keyOf(first)
  const before = key
    ? await db.bankStatement.findFirst({
        where: { headerKey: key, undoneAt: null },
        orderBy: { createdAt: 'desc' },
        select: { answers: true },
      })
    : null
  const lasting = Object.entries(answersSchema.parse(before?.answers ?? {})).filter(([id]) => LASTING.test(id))
  if (lasting.every(([id]) => id in answers)) return { reading: first, headerKey: key, answers }
  const all = { ...Object.fromEntries(lasting), ...answers }
  return { reading: await readStatement(bytes, { today, answers: all }), headerKey: key, answers: all }
}

/** The names of its columns; null for a file that names none: what was said of one says nothing of another. */
function keyOf({ columns, named }: StatementReading): string | null {
  return named && columns.length > 0 ? columns.map(({ name }) => headerKey(name)).join('|') : null
}

import type { Prisma } from '~/generated/prisma/client'
import type { Ruling } from '~/statutes/ruling'
import type { Context, SystemContext } from './context'
import type { Tx } from './db.server'
import type { JournalAct } from './journal-acts'
import { insertRows } from './insert-rows.server'

export type Entry = {
  act: JournalAct
  /** the table of what the act is about */
  subject: Prisma.ModelName
  subjectId?: string
  ruling?: Ruling
  details?: Prisma.InputJsonObject
}

/**
 * One line of the journal, in the transaction of the act that it tells of. Ids and figures only: no name, no address, no
 * choice of a voter.
 */
export async function journal(tx: Tx, ctx: Context | SystemContext, entry: Entry): Promise<void> {
  await tx.journalEntry.create({
    data: {
      at: new Date(ctx.now.epochMilliseconds),
      doneById: ctx.actor?.accountId ?? null,
      act: entry.act,
      subject: entry.subject,
      subjectId: entry.subjectId ?? null,
      ruling: entry.ruling,
      details: entry.details,
    },
    select: { id: true },
  })
}

/** The same for many acts at once, in one statement. */
export async function journalMany(tx: Tx, ctx: Context | SystemContext, entries: readonly Entry[]): Promise<void> {
  const at = new Date(ctx.now.epochMilliseconds).toISOString()
  const doneById = ctx.actor?.accountId ?? null
  const rows = entries.map(({ act, subject, subjectId = null, ruling = null, details = null }) => ({ at, doneById, act, subject, subjectId, ruling, details })) // prettier-ignore
  await insertRows(tx, 'JournalEntry', rows)
}

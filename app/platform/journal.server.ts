import type { Prisma } from '~/generated/prisma/client'
import type { Ruling } from '~/statutes/ruling'
import type { Context, SystemContext } from './context'
import type { Tx } from './db.server'

/**
 * One line of the journal, in the transaction of the act that it tells of. Ids and figures only: no name, no address, no
 * choice of a voter. `act` is a verb in the past (« meeting.convened »).
 */
export async function journal(
  tx: Tx,
  ctx: Context | SystemContext,
  entry: { act: string; subject: string; subjectId?: string; ruling?: Ruling; details?: Prisma.InputJsonObject },
): Promise<void> {
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

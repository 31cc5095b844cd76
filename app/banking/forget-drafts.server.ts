import type { Context, SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'

const KEPT_HOURS = 24

/** Erases the statements that were given and, a day later, neither imported nor given up: file, name and answers. An imported one keeps no file. */
export async function forgetDrafts(tx: Tx, ctx: Context | SystemContext): Promise<void> {
  const tooOld = dateFromInstant(ctx.now.subtract({ hours: KEPT_HOURS }))
  await tx.statementDraft.deleteMany({ where: { createdAt: { lt: tooOld }, statementId: null } })
}

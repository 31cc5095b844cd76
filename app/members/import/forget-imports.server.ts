import type { Context, SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'

const FILE_HOURS = 24
/** How long an import can be undone, if nothing rests on it. */
export const UNDO_DAYS = 60

/**
 * Erases files and refused lines a day after they came, but a file that a reprise waits for; and what undoing an import needs once it
 * is too late for it.
 */
export async function forgetImports(tx: Tx, ctx: Context | SystemContext): Promise<void> {
  const before = (hours: number) => dateFromInstant(ctx.now.subtract({ hours }))
  await tx.$executeRaw`
    update "MemberImport" i set bytes = null, "refusedLines" = null
     where "createdAt" < ${before(FILE_HOURS)} and (bytes is not null or "refusedLines" is not null)
       and not exists (select 1 from "Reprise" r where r.state = 'PROPOSED'
                        and r.facts @> jsonb_build_array(jsonb_build_object('kind', 'import', 'importId', i.id)))`
  await tx.$executeRaw`
    update "MemberImport" set written = null where "createdAt" < ${before(UNDO_DAYS * 24)} and written is not null`
}

import { forgetDrafts } from '~/banking/forget-drafts.server'
import { forgetImports } from '~/members/import/forget-imports.server'
import { eachAlone } from '~/platform/each-alone.server'
import type { SystemContext } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { pruneLiveEvents } from '~/platform/live.server'
import { eraseOldApplications } from '~/membership/applications/erase-old-applications.server'
import { closeCasesOfLeavers } from '~/discipline/cases/abandon-case.server'
import { eraseOldReprises } from '~/membership/reprises/erase-old-reprises.server'
import { pruneEmailChanges } from '../my-data/email/prune-changes.server'
import { anonymise } from './anonymise.server'
import { dueLeavers } from './leavers.server'
import { eraseContact } from './erase-contact.server'

export type RetentionNight = { contact: number; name: number; cases: number; applications: number; failed: number }

/**
 * What the night erases: data of leavers (see `retentionOf`), old applications, files of imports and of statements that were
 * left, live events older than a week. Each leaver in a transaction of his own: one that fails does not stop the others and is
 * tried the next night. Run twice, it does nothing more.
 */
export async function runRetentionNight(ctx: SystemContext): Promise<RetentionNight> {
  const cases = await transact(ctx.db, (tx) => closeCasesOfLeavers(tx, ctx))
  const applications = await transact(ctx.db, (tx) => eraseOldApplications(tx, ctx))
  await transact(ctx.db, (tx) => eraseOldReprises(tx, ctx))
  await transact(ctx.db, (tx) => forgetImports(tx, ctx))
  await transact(ctx.db, (tx) => forgetDrafts(tx, ctx))
  const { contact, name } = await dueLeavers(ctx)
  const erased = await eachAlone('contact data of leavers', contact, (id) => eraseContact(ctx, id))
  const unnamed = await eachAlone('names of leavers', name, (id) => anonymise(ctx, id))
  await pruneLiveEvents(ctx.db, ctx.now)
  await pruneEmailChanges(ctx)
  const done: RetentionNight = {
    contact: erased.done,
    name: unnamed.done,
    cases,
    applications,
    failed: erased.failed + unnamed.failed,
  }
  if (Object.values(done).some((count) => count > 0))
    await transact(ctx.db, (tx) => journal(tx, ctx, { act: 'retention.night', subject: 'Member', details: done }))
  return done
}

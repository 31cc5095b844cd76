import { forgetDrafts } from '~/banking/forget-drafts.server'
import { forgetImports } from '~/members/import/forget-imports.server'
import { eachAlone, eachPart, type Counts } from '~/platform/each-alone.server'
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
 * left, live events older than a week. Each part, and each leaver, on its own: one that fails does not stop the others, is
 * counted, and is tried the next night. Run twice, it does nothing more.
 */
export async function runRetentionNight(ctx: SystemContext): Promise<RetentionNight> {
  const done: RetentionNight = { contact: 0, name: 0, cases: 0, applications: 0, failed: 0 }
  const add = (what: 'contact' | 'name' | 'cases', counts: Counts) => {
    done[what] += counts.done
    done.failed += counts.failed
  }
  const { failed } = await eachPart('retention-night', {
    cases: async () => add('cases', await closeCasesOfLeavers(ctx)),
    applications: async () => {
      done.applications = await transact(ctx.db, (tx) => eraseOldApplications(tx, ctx))
    },
    reprises: () => transact(ctx.db, (tx) => eraseOldReprises(tx, ctx)),
    imports: () => transact(ctx.db, (tx) => forgetImports(tx, ctx)),
    statements: () => transact(ctx.db, (tx) => forgetDrafts(tx, ctx)),
    leavers: async () => {
      const { contact, name } = await dueLeavers(ctx)
      add('contact', await eachAlone('contact data of leavers', contact, (id) => eraseContact(ctx, id)))
      add('name', await eachAlone('names of leavers', name, (id) => anonymise(ctx, id)))
    },
    live: () => pruneLiveEvents(ctx.db, ctx.now),
    addresses: () => pruneEmailChanges(ctx),
  })
  done.failed += failed
  if (Object.values(done).some((count) => count > 0))
    await transact(ctx.db, (tx) => journal(tx, ctx, { act: 'retention.night', subject: 'Member', details: done }))
  return done
}

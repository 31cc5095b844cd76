import type { SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'

const KEPT_DAYS = 90

/** Forgets the changes of address whose link ended more than 90 days ago. */
export async function pruneEmailChanges(ctx: SystemContext): Promise<void> {
  const before = dateFromInstant(ctx.now.subtract({ hours: 24 * KEPT_DAYS }))
  await ctx.db.emailChange.deleteMany({ where: { expiresAt: { lt: before } } })
}

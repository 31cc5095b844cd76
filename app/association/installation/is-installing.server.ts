import type { Db, Tx } from '~/platform/db.server'

/**
 * Whether the association is still being installed: what was decided before is then entered freely, and marked as taken over. It
 * ends when the President says so, or with the first convocation or the first session opened here: from then on a founder, a
 * category, an office or a past date enters by the act that the statutes name, or under two signatures.
 */
export async function isInstalling(db: Db | Tx): Promise<boolean> {
  const [row] = await db.$queryRaw<{ installing: boolean }[]>`
    select not exists (select 1 from "Association" where "installedOn" is not null)
       and not exists (select 1 from "Convocation")
       and not exists (select 1 from "Meeting" where "openedAt" is not null) as installing`
  return row?.installing ?? true
}

import { parisDate } from '~/platform/clock.server'
import type { SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'

/**
 * Closes the accounts of those who spoke for a leaver and speak for nobody else: no member, no legal person, no employee. The
 * address is replaced by one that reaches nobody, sessions and links go. Returns the accounts closed.
 */
export async function forgetAccounts(tx: Tx, ctx: SystemContext, memberId: string): Promise<string[]> {
  const today = parisDate(ctx.now)
  const closed = await tx.$queryRaw<{ id: string }[]>`
    update "Account" a set email = 'efface-' || a.id || '@efface.invalid', "disabledAt" = coalesce(a."disabledAt", ${dateFromInstant(ctx.now)})
     where a.id in (
         select m."accountId" from "Member" m where m.id = ${memberId}::uuid
         union select r."accountId" from "Representative" r where r."memberId" = ${memberId}::uuid)
       and not exists (
         select 1 from "Member" m where m."accountId" = a.id and (m."leftOn" is null or m."leftOn" > ${today}::date))
       and not exists (
         select 1 from "Representative" r join "Member" m on m.id = r."memberId"
          where r."accountId" = a.id and (r."until" is null or r."until" >= ${today}::date)
            and (m."leftOn" is null or m."leftOn" > ${today}::date))
       and not exists (
         select 1 from "Staff" f where f."accountId" = a.id and (f."until" is null or f."until" >= ${today}::date))
    returning a.id`
  const ids = closed.map(({ id }) => id)
  await tx.session.deleteMany({ where: { accountId: { in: ids } } })
  await tx.signInLink.deleteMany({ where: { accountId: { in: ids } } })
  return ids
}

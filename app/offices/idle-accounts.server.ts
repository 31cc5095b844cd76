import type { Tx } from '~/platform/db.server'

/**
 * The accounts of the people who spoke for a member that has left and who speak for nobody else today: no member, no legal person,
 * no employee. Held until the transaction ends.
 */
export async function accountsLeftIdle(tx: Tx, memberId: string, today: string): Promise<string[]> {
  const idle = await tx.$queryRaw<{ id: string }[]>`
    select a.id from "Account" a
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
       for no key update of a`
  return idle.map(({ id }) => id)
}

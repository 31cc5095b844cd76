import type { Db, Tx } from '~/platform/db.server'

/**
 * 4.24: on an appeal, the person who signed the exclusion is involved, just like one recused: the members for whom that account
 * speaks. He votes as a member; his voice settles no tie.
 */
export async function decidersOf(db: Db | Tx, caseId: string): Promise<{ memberId: string }[]> {
  return db.$queryRaw<{ memberId: string }[]>`
    select m.id as "memberId" from "DisciplinaryCase" c join "Member" m on m."accountId" = c."decidedById" where c.id = ${caseId}::uuid
    union
    select r."memberId" from "DisciplinaryCase" c join "Representative" r on r."accountId" = c."decidedById" and r.until is null
     where c.id = ${caseId}::uuid`
}

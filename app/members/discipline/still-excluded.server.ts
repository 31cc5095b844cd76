import type { DisciplinaryCase } from '~/generated/prisma/client'
import type { Db, Tx } from '~/platform/db.server'

type Decided = Pick<DisciplinaryCase, 'memberId' | 'decidedOn'>

/** Whether this exclusion is what keeps the person out today: neither readmitted nor erased since. */
export async function stillExcluded(db: Db | Tx, { memberId, decidedOn }: Decided): Promise<boolean> {
  const member = await db.member.findUnique({
    where: { id: memberId },
    select: { leftOn: true, anonymisedOn: true },
  })
  return decidedOn !== null && member?.leftOn?.getTime() === decidedOn.getTime() && member.anonymisedOn === null
}

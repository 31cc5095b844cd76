import type { RepriseState } from '~/generated/prisma/enums'
import type { Tx } from '~/platform/db.server'
import { notFound, Refusal } from '~/platform/refusal'

export const STATE_WORDS: Record<RepriseState, string> = {
  PROPOSED: 'attend une seconde signature',
  SIGNED: 'signée',
  REFUSED: 'refusée',
  WITHDRAWN: 'retirée',
}

/** Holds a reprise that waits until the transaction ends: two signatures at once make one. Refused once it is over (409). */
export async function lockWaiting(tx: Tx, id: string) {
  await tx.$queryRaw`select 1 from "Reprise" where id = ${id}::uuid for no key update`
  const found = await tx.reprise.findUnique({ where: { id } })
  if (!found) throw notFound()
  if (found.state !== 'PROPOSED')
    throw new Refusal(`Cette reprise n’attend plus de signature : elle est ${STATE_WORDS[found.state]}.`)
  return found
}

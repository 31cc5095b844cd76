import type { CaseState } from '~/generated/prisma/enums'
import type { Tx } from '~/platform/db.server'
import { notFound, Refusal } from '~/platform/refusal'
import { STATE_WORDS } from './case-file'

/** Holds the case until the transaction ends: two decisions at once make one. 404 when there is none. */
export async function lockCase(tx: Tx, caseId: string) {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select id from "DisciplinaryCase" where id = ${caseId}::uuid for no key update`
  if (locked.length === 0) throw notFound()
  return tx.disciplinaryCase.findUniqueOrThrow({ where: { id: caseId }, include: { recusals: true } })
}

export type LockedCase = Awaited<ReturnType<typeof lockCase>>

/** Refused (409) unless the case is in one of these states. */
export function demandState(found: { state: CaseState }, ...states: CaseState[]): void {
  if (!states.includes(found.state))
    throw new Refusal(`Cette procédure n’en est plus là : elle est maintenant « ${STATE_WORDS[found.state]} ».`)
}

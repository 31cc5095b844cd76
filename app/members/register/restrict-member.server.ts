import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'

/** The data of a member that has left are restricted since that day; null: it is a member again, and they are used again. */
export async function restrictMember(tx: Tx, memberId: string, on: string | null): Promise<void> {
  await tx.member.update({
    where: { id: memberId },
    data: { restrictedOn: on === null ? null : dateColumn(on) },
    select: { id: true },
  })
}

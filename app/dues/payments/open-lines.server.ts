import type { Tx } from '~/platform/db.server'
import { lockDuesRows } from '../ledger/lock-dues.server'

/** A dues to which money may be given: whose, and what it lacks (cents). */
export type OpenLine = { duesId: string; memberId: string; label: string; lackingCents: number }

/** These dues by id, held until the transaction ends in the one order that everybody uses. */
export async function openLines(tx: Tx, duesIds: string[]): Promise<Map<string, OpenLine>> {
  await lockDuesRows(tx, duesIds)
  const rows = await tx.$queryRaw<OpenLine[]>`
    select d.id as "duesId", m.id as "memberId", m.label, d."amountCents" - d."paidCents" as "lackingCents"
      from "Dues" d join "Member" m on m.id = d."memberId" where d.id = any(${duesIds}::uuid[])`
  return new Map(rows.map((row) => [row.duesId, row]))
}

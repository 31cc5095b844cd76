import type { Tx } from '~/platform/db.server'
import type { PlannedLine } from './plan-allocations'

export type LockedDues = PlannedLine & { reopenedOn: string | null }

/** Holds the rows of these dues until the transaction ends, in one order for everybody. */
export async function lockDuesRows(tx: Tx, duesIds: string[]): Promise<void> {
  await tx.$queryRaw`select 1 from "Dues" where id = any(${duesIds}::uuid[]) order by id for no key update`
}

/**
 * The dues of a payment in the order of its lines, held until the transaction ends: locked in one order by everybody, and
 * without shutting out the lines of other payments, whose foreign keys hold the same rows.
 */
export async function lockDues(tx: Tx, paymentId: string): Promise<LockedDues[]> {
  await tx.$queryRaw`
    select 1 from "Dues" where id in (select "duesId" from "PaymentLine" where "paymentId" = ${paymentId}::uuid)
     order by id for no key update`
  return tx.$queryRaw<LockedDues[]>`
    select l."duesId", l."amountCents", l."refundFirst", d."amountCents" - d."paidCents" as "lackingCents",
           to_char(d."reopenedOn", 'YYYY-MM-DD') as "reopenedOn",
           coalesce((select sum(a."amountCents") from "Allocation" a
                      where a."paymentId" = l."paymentId" and a."duesId" = l."duesId"), 0)::int as "givenCents"
      from "PaymentLine" l join "Dues" d on d.id = l."duesId"
     where l."paymentId" = ${paymentId}::uuid order by l.position`
}

import type { Tx } from '~/platform/db.server'

/** Among these dues, those for which a payment is under way (a debit whose result is awaited). */
export async function paymentUnderWay(tx: Tx, duesIds: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ duesId: string }[]>`
    select distinct l."duesId" from "PaymentLine" l join "Payment" p on p.id = l."paymentId"
     where p.state = 'PROCESSING' and l."duesId" = any(${duesIds}::uuid[])`
  return new Set(rows.map(({ duesId }) => duesId))
}

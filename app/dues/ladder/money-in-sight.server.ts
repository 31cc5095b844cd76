import type { Tx } from '~/platform/db.server'
import type { MoneyInSight } from '~/statutes/dues-ladder-money'
import { creditsInSight } from '../matching/credits-in-sight.server'

/** `about`: the credit of the bank for a transfer, the payment otherwise. */
export type FoundMoney = MoneyInSight & { about: string }

type Row = FoundMoney & { duesId: string }

/** A page opened again and again is no payment: beyond these, since the last step, it holds nothing. */
const MOST_CHECKOUTS = 3

/**
 * For each of these dues, the money that may be the one that is owed and that nobody has placed yet, on a day: a credit of the
 * bank that waits, a debit whose result is awaited, a payment page still open that day, a question about a payment of these
 * dues, or about money left over from their member. Those without any are absent.
 */
export async function moneyInSight(tx: Tx, duesIds: string[], today: string): Promise<Map<string, FoundMoney[]>> {
  const found = new Map<string, FoundMoney[]>()
  const rows = [
    ...(await creditsInSight(tx, duesIds)),
    ...(await onLine(tx, duesIds, today)),
    ...(await asked(tx, duesIds)),
  ]
  for (const { duesId, ...money } of rows) found.set(duesId, [...(found.get(duesId) ?? []), money])
  return found
}

const DAY = 'YYYY-MM-DD'

function onLine(tx: Tx, duesIds: string[], today: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    select l."duesId", case p.state when 'PROCESSING' then 'debit' else 'checkout' end as kind, p.id as about,
           to_char(p."createdAt" at time zone 'Europe/Paris', ${DAY}) as since, l."amountCents" as cents
      from "PaymentLine" l join "Payment" p on p.id = l."paymentId" join "Dues" d on d.id = l."duesId"
     where l."duesId" = any(${duesIds}::uuid[])
       and (p.state = 'PROCESSING' or (
         p.state = 'OPEN' and p."checkoutId" is not null
         and (p."checkoutExpires" at time zone 'Europe/Paris')::date >= ${today}::date
         and (select count(*) from "PaymentLine" k join "Payment" q on q.id = k."paymentId"
               where k."duesId" = d.id and q.state in ('OPEN', 'EXPIRED') and q."checkoutId" is not null
                 and q."createdAt" >= coalesce(d."stageOn", d."openedOn")) <= ${MOST_CHECKOUTS}))
     order by p.id`
}

function asked(tx: Tx, duesIds: string[]): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    select d.id as "duesId", case when i.kind in ('surplus', 'dispute') then i.kind else 'question' end as kind, p.id as about,
           to_char(i."createdAt" at time zone 'Europe/Paris', ${DAY}) as since,
           coalesce((i.details ->> 'cents')::int, p."receivedCents") as cents
      from "PaymentIssue" i join "Payment" p on p.id = i."paymentId"
      join "Dues" d on d.id = any(${duesIds}::uuid[]) and (
        exists (select 1 from "PaymentLine" l where l."paymentId" = p.id and l."duesId" = d.id)
        or (i.kind = 'surplus' and (p."payerMemberId" = d."memberId" or exists (
          select 1 from "PaymentLine" l join "Dues" o on o.id = l."duesId"
           where l."paymentId" = p.id and o."memberId" = d."memberId"))))
     where i."resolvedAt" is null
     order by i."createdAt", i.id`
}

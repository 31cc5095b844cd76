import { applyPayment } from '~/dues/ledger/apply-payment.server'
import { bringTotal } from '~/dues/ledger/bring-total.server'
import { createPayment, type PaymentPart } from '~/dues/ledger/create-payment.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { transact, type Db } from '~/platform/db.server'

type Sums = { RECEIVED?: number; REFUNDED?: number; CONTESTED?: number }

/** A payment for these dues, with what was received of it: all that it is for when not said. Returns its id. */
export async function pay(ctx: Context | SystemContext, lines: PaymentPart[], receivedCents?: number): Promise<string> {
  return transact(ctx.db, async (tx) => {
    const id = await createPayment(tx, ctx, {
      method: 'TRANSFER',
      payerName: 'Mme Payeuse',
      payerMemberId: null,
      lines,
    })
    const all = lines.reduce((sum, line) => sum + line.amountCents, 0)
    const totalCents = receivedCents ?? all
    await bringTotal(tx, ctx, { paymentId: id, kind: 'RECEIVED', totalCents, on: parisDate(ctx.now), source: 'test' })
    await applyPayment(tx, ctx, id)
    return id
  })
}

/** Brings the sums of a payment to these totals, as an event of the payment provider would. */
export async function bring(ctx: Context | SystemContext, paymentId: string, sums: Sums): Promise<void> {
  await transact(ctx.db, async (tx) => {
    for (const kind of ['RECEIVED', 'REFUNDED', 'CONTESTED'] as const) {
      const totalCents = sums[kind]
      if (totalCents !== undefined)
        await bringTotal(tx, ctx, { paymentId, kind, totalCents, on: parisDate(ctx.now), source: 'test' })
    }
    await applyPayment(tx, ctx, paymentId)
  })
}

/** The dues of a member for a year. */
export const duesRow = (db: Db, memberId: string, year: number) =>
  db.dues.findFirstOrThrow({ where: { memberId, period: { year } } })

/** Rows whose sums do not agree with what they are made of; none, always. */
export async function disagreements(db: Db): Promise<unknown[]> {
  return db.$queryRaw<unknown[]>`
    select 'dues' as what, d.id from "Dues" d
     where d."paidCents" <> coalesce((select sum(a."amountCents") from "Allocation" a where a."duesId" = d.id), 0)
    union all
    select 'payment', p.id from "Payment" p
     where p."allocatedCents" <> coalesce((select sum(a."amountCents") from "Allocation" a where a."paymentId" = p.id), 0)
        or p."receivedCents" <> coalesce((select sum(e."amountCents") from "PaymentEntry" e where e."paymentId" = p.id and e.kind = 'RECEIVED'), 0)
        or p."refundedCents" <> coalesce((select sum(e."amountCents") from "PaymentEntry" e where e."paymentId" = p.id and e.kind = 'REFUNDED'), 0)
        or p."contestedCents" <> coalesce((select sum(e."amountCents") from "PaymentEntry" e where e."paymentId" = p.id and e.kind = 'CONTESTED'), 0)
    union all
    select 'receipts', d.id from "Dues" d
     where coalesce((select sum(r."amountCents") from "Receipt" r where r."duesId" = d.id and r."cancelledOn" is null), 0)
        <> coalesce((select sum(a."amountCents") from "Allocation" a where a."duesId" = d.id), 0)`
}

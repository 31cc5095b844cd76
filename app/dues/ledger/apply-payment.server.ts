import type { Payment } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn, dateFromInstant, isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { syncReceipts } from '../receipts/sync-receipts.server'
import { scheduleNext } from '../ladder/schedule-next.server'
import { lockDues, type LockedDues } from './lock-dues.server'
import { lockPayment } from './lock-payment.server'
import { netCents, stateOf } from './payment-state'
import { planAllocations } from './plan-allocations'
import { refreshDues } from './refresh-dues.server'
import { followSurplus } from './surplus.server'

/**
 * Makes the dues of a payment agree with its money, after `bringTotal` or `addLines`: allocations, dues paid or opened again,
 * receipts, next step of the procedure, what is left over. What a dues loses is made up by another payment left over for
 * it. Does nothing when all agrees already.
 */
export async function applyPayment(tx: Tx, ctx: Context | SystemContext, paymentId: string): Promise<void> {
  const payment = await lockPayment(tx, paymentId)
  const dues = await lockDues(tx, paymentId)
  const shares = planAllocations(netCents(payment), dues)
  await allocate(tx, ctx, payment, dues, shares)
  const state = stateOf(payment)
  if (shares.size > 0 || state !== payment.state)
    await tx.payment.update({
      where: { id: paymentId },
      data: { state, allocatedCents: { increment: sum([...shares.values()]) } },
      select: { id: true },
    })
  const touched = [...shares.keys()]
  await refreshDues(tx, ctx, touched)
  await syncReceipts(tx, ctx, paymentId)
  const losers = touched.filter((id) => (shares.get(id) ?? 0) < 0)
  for (const other of await leftOverFor(tx, losers, paymentId)) await applyPayment(tx, ctx, other)
  await scheduleNext(tx, ctx, touched)
  await followSurplus(tx, ctx, paymentId)
}

async function allocate(
  tx: Tx,
  ctx: Context | SystemContext,
  payment: Payment,
  dues: LockedDues[],
  shares: Map<string, number>,
): Promise<void> {
  if (shares.size === 0) return
  const today = parisDate(ctx.now)
  const paidOn = payment.paidOn ? isoDate(payment.paidOn) : today
  const reopened = new Map(dues.map(({ duesId, reopenedOn }) => [duesId, reopenedOn]))
  await tx.allocation.createMany({
    data: [...shares].map(([duesId, amountCents]) => {
      const again = (reopened.get(duesId) ?? '') > paidOn
      return {
        paymentId: payment.id,
        duesId,
        amountCents,
        on: dateColumn(amountCents < 0 || again ? today : paidOn),
        at: dateFromInstant(ctx.now),
      }
    }),
  })
}

/** Other payments meant for these dues, with money that was of no use until now; the oldest first. */
async function leftOverFor(tx: Tx, duesIds: string[], except: string): Promise<string[]> {
  if (duesIds.length === 0) return []
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct p.id, p."createdAt" from "Payment" p join "PaymentLine" l on l."paymentId" = p.id
     where l."duesId" = any(${duesIds}::uuid[]) and p.id <> ${except}::uuid
       and p."receivedCents" - p."refundedCents" - p."contestedCents" > p."allocatedCents"
     order by p."createdAt", p.id`
  return rows.map(({ id }) => id)
}

const sum = (cents: number[]) => cents.reduce((total, each) => total + each, 0)

import type { PaymentMethod } from '~/generated/prisma/enums'
import { insertRows } from '~/platform/insert-rows.server'
import { journalMany } from '~/platform/journal.server'
import { dateFromInstant } from '~/platform/dates'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { scheduleNext } from '../ladder/schedule-next.server'
import { syncReceipts } from '../receipts/sync-receipts.server'
import { lockDuesRows } from './lock-dues.server'
import { planAllocations } from './plan-allocations'
import { refreshDues } from './refresh-dues.server'
import { RECEIPTED_ELSEWHERE } from './taken-over'

export type Received = {
  duesId: string
  amountCents: number
  method: PaymentMethod
  /** civil day on which the money came */
  on: string
  payerName: string
  payerMemberId: string
  reference: string | null
}

/**
 * Many payments that came in full, each for one dues: what `createPayment`, `bringTotal` and `applyPayment` do for one, in a fixed
 * number of statements (receipts apart, numbered one by one). Refused (409): a dues named twice, or given more than it lacks.
 */
export async function receiveMany(
  tx: Tx,
  ctx: Context | SystemContext,
  received: readonly Received[],
  source: string,
): Promise<void> {
  if (received.length === 0) return
  const duesIds = received.map(({ duesId }) => duesId)
  await lockDuesRows(tx, duesIds)
  const lacking = await lackingCents(tx, duesIds)
  if (new Set(duesIds).size !== duesIds.length) throw new Refusal('Une cotisation est réglée deux fois.')
  const rows = received.map((each) => ({ ...each, id: v7(ctx.now.epochMilliseconds) }))
  for (const row of rows) demandWhole(row, lacking.get(row.duesId) ?? 0)
  await write(tx, ctx, rows, source)
  await refreshDues(tx, ctx, duesIds)
  if (source !== RECEIPTED_ELSEWHERE) for (const { id } of rows) await syncReceipts(tx, ctx, id)
  await scheduleNext(tx, ctx, duesIds)
}

/** All of the money goes to its dues: nothing is left over for a person to look at. */
function demandWhole({ duesId, amountCents }: Received, lackingCents: number): void {
  const shares = planAllocations(amountCents, [
    { duesId, amountCents, givenCents: 0, lackingCents, refundFirst: false },
  ])
  if (shares.get(duesId) !== amountCents)
    throw new Refusal('Une cotisation a été réglée entre-temps : relisez l’essai.')
}

async function lackingCents(tx: Tx, ids: string[]): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; cents: number }[]>`
    select id, "amountCents" - "paidCents" as cents from "Dues" where id = any(${ids}::uuid[])`
  return new Map(rows.map(({ id, cents }) => [id, cents]))
}

async function write(
  tx: Tx,
  ctx: Context | SystemContext,
  rows: readonly (Received & { id: string })[],
  source: string,
): Promise<void> {
  const at = dateFromInstant(ctx.now)
  const by = ctx.actor?.accountId ?? null
  const payments = rows.map(({ id, amountCents, method, on, payerName, payerMemberId, reference }) => ({
    id, method, state: 'PAID', payerName, payerMemberId, reference, currency: 'eur', expectedCents: amountCents, receivedCents: amountCents,
    refundedCents: 0, contestedCents: 0, allocatedCents: amountCents, readings: 0, paidOn: on, createdById: by, createdAt: at,
  })) // prettier-ignore
  const part = ({ id, duesId, amountCents }: (typeof rows)[number]) => ({ paymentId: id, duesId, amountCents })
  await insertRows(tx, 'Payment', payments)
  await insertRows(tx, 'PaymentLine', rows.map((row) => ({ ...part(row), position: 1, refundFirst: false }))) // prettier-ignore
  const entry = { kind: 'RECEIVED', at, source, recordedById: by }
  const entries = rows.map(({ id, amountCents, on }) => ({ ...entry, paymentId: id, amountCents, on }))
  await insertRows(tx, 'PaymentEntry', entries)
  await insertRows(tx, 'Allocation', rows.map((row) => ({ ...part(row), on: row.on, at }))) // prettier-ignore
  const told = rows.map(({ id, amountCents, on }) => ({ subjectId: id, details: { cents: amountCents, on, source } }))
  await journalMany(
    tx,
    ctx,
    told.map((each) => ({ act: 'payment.received', subject: 'Payment', ...each })),
  )
}

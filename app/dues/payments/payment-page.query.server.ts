import { z } from 'zod'
import type { Context } from '~/platform/context'
import { recordAccess } from '~/platform/data-access.server'
import { isoDate } from '~/platform/dates'
import { notFound } from '~/platform/refusal'
import { netCents } from '../ledger/payment-state'
import { CANCEL_REASONS, isCancelReason } from './payment.form'

/** One payment: its sums, what it settles, its movements, its receipts. 404 when it is unknown. */
export async function paymentPage(ctx: Context, rawId: string | undefined) {
  const id = z.uuid().safeParse(rawId)
  if (!id.success) throw notFound()
  const payment = await ctx.db.payment.findUnique({
    where: { id: id.data },
    include: {
      lines: {
        orderBy: { position: 'asc' },
        include: {
          dues: { include: { member: { select: { id: true, label: true } }, period: { select: { year: true } } } },
        },
      },
      entries: { orderBy: { id: 'asc' } },
      allocations: { select: { duesId: true, amountCents: true } },
      receipts: { orderBy: { number: 'asc' } },
      slip: { select: { number: true } },
      bankLine: { select: { label: true, on: true } },
    },
  })
  if (!payment) throw notFound()
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'payments', details: { paymentId: payment.id } })
  const given = (duesId: string) =>
    payment.allocations.filter((each) => each.duesId === duesId).reduce((sum, each) => sum + each.amountCents, 0)
  const held = netCents(payment)
  return {
    id: payment.id,
    method: payment.method,
    state: payment.state,
    manual: payment.method !== 'CARD' && payment.method !== 'SEPA_DEBIT',
    payerName: payment.payerName,
    paidOn: payment.paidOn && isoDate(payment.paidOn),
    expectedCents: payment.expectedCents,
    receivedCents: payment.receivedCents,
    refundedCents: payment.refundedCents,
    contestedCents: payment.contestedCents,
    feeCents: payment.feeCents,
    heldCents: held,
    leftCents: held - payment.allocatedCents,
    reference: payment.reference,
    cheque: payment.chequeNumber && { number: payment.chequeNumber, bank: payment.chequeBank ?? '' },
    slip: payment.slip?.number ?? null,
    bankLine: payment.bankLine && { label: payment.bankLine.label, on: isoDate(payment.bankLine.on) },
    lines: payment.lines.map(({ duesId, amountCents, dues }) => ({
      duesId,
      reference: dues.reference,
      year: dues.period.year,
      member: dues.member,
      plannedCents: amountCents,
      givenCents: given(duesId),
    })),
    entries: payment.entries.map((entry) => ({
      id: String(entry.id),
      on: isoDate(entry.on),
      kind: entry.kind,
      amountCents: entry.amountCents,
      why: isCancelReason(entry.source) ? CANCEL_REASONS[entry.source] : (SOURCES[entry.source] ?? null),
    })),
    receipts: payment.receipts.map((receipt) => ({
      id: receipt.id,
      number: receipt.number,
      duesId: receipt.duesId,
      amountCents: receipt.amountCents,
      cancelledOn: receipt.cancelledOn && isoDate(receipt.cancelledOn),
      cancelReason: receipt.cancelReason,
    })),
  }
}

const SOURCES: Record<string, string> = {
  manual: 'saisi à la main',
  'bank-statement': 'lu sur le relevé bancaire',
  takeover: 'repris de l’ancienne tenue',
  'takeover-receipted': 'repris de l’ancienne tenue, reçu déjà donné ailleurs',
}

export type PaymentPage = Awaited<ReturnType<typeof paymentPage>>

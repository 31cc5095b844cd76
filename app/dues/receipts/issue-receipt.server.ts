import type { Payment, Receipt } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateFromInstant, isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { appendRegister } from '~/platform/register/append.server'
import { v7 } from '~/platform/uuid.server'
import type { ReceiptFacts } from './facts'
import { associationHead, memberAddress } from './heads.server'
import { receiptSigner } from './signer.server'
import { RECEIPTS } from './streams'

/** Issues the receipt of what a payment gave to one dues, in cents, under the next number of the register. */
export async function issueReceipt(
  tx: Tx,
  ctx: Context | SystemContext,
  input: { payment: Payment; duesId: string; amountCents: number },
): Promise<Receipt> {
  const { payment, duesId, amountCents } = input
  if (!payment.paidOn) throw new Error(`payment ${payment.id} gave money without a day`)
  const dues = await tx.dues.findUniqueOrThrow({ where: { id: duesId }, include: { period: true, member: true } })
  const { member } = dues
  const facts = {
    association: await associationHead(tx),
    member: { name: member.label, address: memberAddress(member) },
    year: dues.period.year,
    period: { from: isoDate(dues.period.startsOn), until: isoDate(dues.period.endsOn) },
    dueCents: dues.amountCents,
    payer: payment.payerMemberId === member.id || payment.payerName === member.label ? null : payment.payerName,
    cheque: chequeOf(payment),
    signer: await receiptSigner(tx, parisDate(ctx.now)),
  } satisfies ReceiptFacts
  const id = v7(ctx.now.epochMilliseconds)
  const { method, paidOn } = payment
  const number = await appendRegister(tx, {
    stream: RECEIPTS,
    actor: ctx.actor?.accountId ?? 'system',
    kind: 'receipt',
    body: {
      receiptId: id,
      paymentId: payment.id,
      duesId,
      memberId: member.id,
      amountCents,
      paidOn: isoDate(paidOn),
      method,
    },
    now: ctx.now,
  })
  const issuedAt = dateFromInstant(ctx.now)
  const row = { id, number, paymentId: payment.id, duesId, memberId: member.id, amountCents, paidOn, method, issuedAt }
  return tx.receipt.create({ data: { ...row, facts } })
}

function chequeOf({ method, chequeNumber, chequeBank }: Payment): string | null {
  if (method !== 'CHEQUE') return null
  return [chequeNumber && `n° ${chequeNumber}`, chequeBank].filter(Boolean).join(', ') || null
}

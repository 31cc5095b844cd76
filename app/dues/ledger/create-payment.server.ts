import type { PaymentMethod, PaymentState } from '~/generated/prisma/enums'
import type { Context, SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { v7 } from '~/platform/uuid.server'

export type PaymentPart = { duesId: string; amountCents: number }

export type NewPayment = {
  /** given when the caller must know it before: a key against a double press */
  id?: string
  method: PaymentMethod
  state?: PaymentState
  payerName: string
  payerMemberId: string | null
  lines: PaymentPart[]
  reference?: string | null
  chequeNumber?: string | null
  chequeBank?: string | null
  bankLineId?: string | null
}

/** Writes a payment and what its payer means to pay, in order; no cent has come yet. Returns its id. */
export async function createPayment(tx: Tx, ctx: Context | SystemContext, input: NewPayment): Promise<string> {
  const { lines, id = v7(ctx.now.epochMilliseconds), state = 'OPEN', ...rest } = input
  await tx.payment.create({
    data: {
      ...rest,
      id,
      state,
      expectedCents: lines.reduce((sum, line) => sum + line.amountCents, 0),
      createdById: ctx.actor?.accountId ?? null,
      createdAt: dateFromInstant(ctx.now),
      lines: { createMany: { data: lines.map((line, index) => ({ ...line, position: index + 1 })) } },
    },
    select: { id: true },
  })
  return id
}

/** More dues for money that is left over; a dues already named gets a larger line. Call `applyPayment` after. */
export async function addLines(tx: Tx, paymentId: string, parts: PaymentPart[]): Promise<void> {
  const { _max } = await tx.paymentLine.aggregate({ where: { paymentId }, _max: { position: true } })
  for (const [index, { duesId, amountCents }] of parts.entries())
    await tx.paymentLine.upsert({
      where: { paymentId_duesId: { paymentId, duesId } },
      create: { paymentId, duesId, amountCents, position: (_max.position ?? 0) + index + 1 },
      update: { amountCents: { increment: amountCents } },
    })
}

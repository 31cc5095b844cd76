import type { Payment } from '~/generated/prisma/client'
import type { Tx } from '~/platform/db.server'
import { notFound } from '~/platform/refusal'

/** The payment as it is, held until the transaction ends: its sums change one act at a time. Refused: unknown (404). */
export async function lockPayment(tx: Tx, paymentId: string): Promise<Payment> {
  await tx.$queryRaw`select 1 from "Payment" where id = ${paymentId}::uuid for no key update`
  const payment = await tx.payment.findUnique({ where: { id: paymentId } })
  if (!payment) throw notFound()
  return payment
}

import type { Context, SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { netCents } from './payment-state'

/**
 * Money that no dues of a payment can use (a double payment) waits for a person; once used or given back, the question closes
 * by itself. One question a payment, asked again when its sum changes.
 */
export async function followSurplus(tx: Tx, ctx: Context | SystemContext, paymentId: string): Promise<void> {
  const payment = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } })
  const cents = netCents(payment) - payment.allocatedCents
  const key = `surplus:${paymentId}`
  const known = await tx.paymentIssue.findUnique({ where: { key } })
  const at = dateFromInstant(ctx.now)
  if (cents === 0) {
    if (known && known.resolvedAt === null)
      await tx.paymentIssue.update({
        where: { key },
        data: { details: { cents }, resolvedAt: at, resolution: 'Somme employée ou rendue.' },
      })
    return
  }
  if (known && sameCents(known.details, cents)) return
  const open = { details: { cents }, resolvedAt: null, resolvedById: null, resolution: null }
  await tx.paymentIssue.upsert({
    where: { key },
    create: { kind: 'surplus', key, paymentId, createdAt: at, ...open },
    update: open,
  })
}

const sameCents = (details: unknown, cents: number) =>
  typeof details === 'object' && details !== null && 'cents' in details && details.cents === cents

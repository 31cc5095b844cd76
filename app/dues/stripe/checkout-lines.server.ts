import type { Context } from '~/platform/context'
import type { Db, Tx } from '~/platform/db.server'
import { notFound, Refusal } from '~/platform/refusal'
import { euros } from '~/ui/format'
import type { PaymentPart } from '../ledger/create-payment.server'

export type CheckoutLine = PaymentPart & { memberId: string; label: string; year: number; reference: string }

/** Stripe takes no less. */
const LEAST_CENTS = 50

/**
 * What is about to be paid on line, checked: dues of members for whom the actor acts, or `others` whose reference and name he
 * gave (else 404), neither paid nor under debit, a sum within what is left to pay (else 409).
 */
export async function checkoutLines(
  db: Db | Tx,
  ctx: Context,
  parts: PaymentPart[],
  others: readonly string[] = [],
): Promise<CheckoutLine[]> {
  const ids = parts.map(({ duesId }) => duesId)
  if (parts.length === 0 || new Set(ids).size < ids.length) throw notFound()
  const rows = await db.dues.findMany({
    where: {
      id: { in: ids },
      OR: [{ memberId: { in: ctx.actor.actingFor.map(({ memberId }) => memberId) } }, { id: { in: [...others] } }],
    },
    include: {
      period: { select: { year: true } },
      member: { select: { label: true } },
      lines: { where: { payment: { state: 'PROCESSING' } }, select: { paymentId: true } },
    },
  })
  if (parts.reduce((sum, { amountCents }) => sum + amountCents, 0) < LEAST_CENTS)
    throw new Refusal(`Le paiement en ligne commence à ${euros(LEAST_CENTS)}. Vous pouvez régler par virement.`)
  return parts.map(({ duesId, amountCents }) => {
    const dues = rows.find(({ id }) => id === duesId)
    if (!dues) throw notFound()
    const { memberId, reference, member, period } = dues
    const left = dues.amountCents - dues.paidCents
    if (left <= 0) throw new Refusal(`La cotisation ${period.year} de ${member.label} est déjà réglée.`)
    if (dues.lines.length > 0)
      throw new Refusal(`Un prélèvement est déjà en cours pour la cotisation ${period.year} de ${member.label}.`)
    if (!Number.isInteger(amountCents) || amountCents <= 0 || amountCents > left)
      throw new Refusal(`Il reste ${euros(left)} à régler pour la cotisation ${period.year} de ${member.label}.`)
    return { duesId, amountCents, memberId, reference, label: member.label, year: period.year }
  })
}

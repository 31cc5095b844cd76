import { may } from '~/platform/permissions'
import type { Payment } from '~/generated/prisma/client'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { stripeFault } from '~/platform/payments/stripe-error.server'
import { demandPaymentsOnLine, stripe } from '~/platform/payments/stripe.server'
import { badField, forbidden, notFound, Refusal } from '~/platform/refusal'
import { euros } from '~/ui/format'
import { lockPayment } from '../ledger/lock-payment.server'
import { syncPayment } from './sync-payment.server'

export type Refund = {
  paymentId: string
  /** the dues that gives the money back, when several were paid together; null: the last ones first */
  duesId: string | null
  amountCents: number
  /** kept in the journal */
  reason: string
  /** what was refunded before, as the form showed it: pressed again once that changed, nothing more is given back */
  refundedBefore?: number
}

/**
 * Gives back all or part of a payment on line, in cents, through Stripe; its dues open again at once. Pressed twice it is one
 * refund: the key comes from what was given back before. Refused: no power (403), unknown payment or dues (404), more than
 * what is left or no sum (400), not paid on line or refused by Stripe (409).
 */
export async function refundPayment(ctx: Context, input: Refund): Promise<void> {
  if (!may(ctx.actor, 'dues.manage')) throw forbidden()
  demandPaymentsOnLine()
  const prepared = await transact(ctx.db, (tx) => prepare(tx, ctx, input))
  if (!prepared) return
  const { intentId, checkoutId, rank } = prepared
  const { paymentId, duesId, amountCents } = input
  try {
    await stripe().refunds.create(
      {
        payment_intent: intentId,
        amount: amountCents,
        reason: 'requested_by_customer',
        metadata: { payment_id: paymentId, ...(duesId !== null && { dues_id: duesId }) },
      },
      { idempotencyKey: `refund-${paymentId}-${rank}-${amountCents}` },
    )
  } catch (error) {
    throw refusalOf(error)
  }
  await syncPayment(ctx, { paymentId, checkoutId })
}

/** What Stripe must be told, or null when it was asked already. */
async function prepare(tx: Tx, ctx: Context, { paymentId, duesId, amountCents, reason, refundedBefore }: Refund) {
  const payment = await lockPayment(tx, paymentId)
  if (refundedBefore !== undefined && refundedBefore !== payment.refundedCents) return null
  const { paymentIntentId: intentId, checkoutId } = payment
  if (intentId === null || checkoutId === null) throw new Refusal('Ce paiement n’a pas été fait en ligne.')
  demandSum(payment, amountCents)
  if (duesId !== null) await chooseLine(tx, paymentId, duesId)
  const rank = await tx.paymentEntry.count({ where: { paymentId, kind: 'REFUNDED' } })
  await journal(tx, ctx, {
    act: 'payment.refund-asked',
    subject: 'Payment',
    subjectId: paymentId,
    details: { cents: amountCents, duesId, reason },
  })
  return { intentId, checkoutId, rank }
}

function demandSum({ receivedCents, refundedCents, contestedCents }: Payment, amountCents: number): void {
  const left = receivedCents - refundedCents - contestedCents
  if (left <= 0) throw new Refusal('Il ne reste rien à rembourser sur ce paiement.')
  if (!Number.isInteger(amountCents) || amountCents <= 0 || amountCents > left)
    throw badField('amountCents', `Le remboursement va de 0,01 € à ${euros(left)}.`)
}

/** This line gives back first; an earlier choice has had its effect. */
async function chooseLine(tx: Tx, paymentId: string, duesId: string): Promise<void> {
  await tx.paymentLine.updateMany({ where: { paymentId, duesId: { not: duesId } }, data: { refundFirst: false } })
  const { count } = await tx.paymentLine.updateMany({ where: { paymentId, duesId }, data: { refundFirst: true } })
  if (count === 0) throw notFound()
}

const WORDS: Record<string, string> = {
  charge_already_refunded: 'Ce paiement est déjà remboursé en entier.',
  charge_disputed: 'Ce paiement est contesté par le payeur : sa banque décide, il ne peut pas être remboursé ici.',
}

function refusalOf(error: unknown): unknown {
  const fault = stripeFault(error)
  if (!fault) return error
  if (fault.passing)
    return new Refusal('Stripe ne répond pas pour l’instant. Réessayez : un remboursement ne part qu’une fois.')
  return new Refusal(
    WORDS[fault.code ?? ''] ?? 'Stripe refuse ce remboursement. Voyez ce paiement dans votre compte Stripe.',
  )
}

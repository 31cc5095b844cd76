import { Temporal } from 'temporal-polyfill'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { log } from '~/platform/log.server'
import { stripeFault } from '~/platform/payments/stripe-error.server'
import { demandPaymentsOnLine, stripe, type Stripe } from '~/platform/payments/stripe.server'
import { Refusal } from '~/platform/refusal'
import { ownPath } from '~/platform/sign-in/own-path'
import { createPayment, type PaymentPart } from '../ledger/create-payment.server'
import { lockDuesRows } from '../ledger/lock-dues.server'
import { checkoutLines, type CheckoutLine } from './checkout-lines.server'
import { closeCheckout, openCheckouts } from './close-checkout.server'
import { createSession } from './create-session.server'
import { demandFewCheckouts } from './few-checkouts.server'

const ROUNDS = 5

type Start = {
  /** dues to pay and how much of each, in cents */
  lines: PaymentPart[]
  /** those among them that are of members for whom the actor does not act: he pays for them, having named them */
  others?: readonly string[]
  method?: 'CARD' | 'SEPA_DEBIT'
  /** path of ours where the payer goes on afterwards */
  returnTo: string
}

/**
 * Opens Stripe's hosted page for dues of members for whom the actor acts, and returns its address. A page still open for one of
 * these dues is closed before. Refused: payments on line not set up, dues paid or under debit, too much (409); dues of
 * somebody else (404); more pages than one needs in an hour (429).
 */
export async function startCheckout(ctx: Context, input: Start): Promise<string> {
  demandPaymentsOnLine()
  await checkoutLines(ctx.db, ctx, input.lines, input.others)
  const { paymentId, lines } = await openPayment(ctx, input)
  const session = await sessionOf(ctx, { ...input, paymentId, lines, returnTo: ownPath(input.returnTo) })
  if (session.url !== null && (await keep(ctx, paymentId, session))) return session.url
  await stripe().checkout.sessions.expire(session.id)
  throw new Refusal(
    'Un autre paiement vient d’être ouvert pour cette cotisation. Rechargez la page avant de continuer.',
  )
}

/** The row of the payment, once no other page is open for its dues. */
async function openPayment(ctx: Context, input: Start): Promise<{ paymentId: string; lines: CheckoutLine[] }> {
  const duesIds = input.lines.map(({ duesId }) => duesId).toSorted()
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const checkout of await openCheckouts(ctx.db, duesIds)) await closeCheckout(ctx, checkout)
    const opened = await transact(ctx.db, async (tx) => {
      await demandFewCheckouts(tx, ctx)
      await lockDuesRows(tx, duesIds)
      // in this order: a page kept meanwhile by another opening is either thrown away here or seen just after
      await supersede(tx, duesIds)
      if ((await openCheckouts(tx, duesIds)).length > 0) return null
      const lines = await checkoutLines(tx, ctx, input.lines, input.others)
      return { paymentId: await insert(tx, ctx, input, lines), lines }
    })
    if (opened) return opened
  }
  throw new Refusal('Plusieurs paiements s’ouvrent en ce moment pour cette cotisation. Réessayez dans un instant.')
}

/** A payment whose page was never shown: its session, if there is one, is thrown away by whoever was opening it. */
async function supersede(tx: Tx, duesIds: string[]): Promise<void> {
  await tx.payment.updateMany({
    where: {
      state: 'OPEN',
      checkoutId: null,
      method: { in: ['CARD', 'SEPA_DEBIT'] },
      lines: { some: { duesId: { in: duesIds } } },
    },
    data: { state: 'EXPIRED' },
  })
}

async function insert(tx: Tx, ctx: Context, { method = 'CARD' }: Start, lines: CheckoutLine[]): Promise<string> {
  const { actingFor, name } = ctx.actor
  const payer =
    actingFor.find(({ memberId }) => lines.every((line) => line.memberId === memberId)) ??
    actingFor.find(({ as }) => as === 'self') ??
    (actingFor.length === 1 ? actingFor[0] : undefined)
  const paymentId = await createPayment(tx, ctx, {
    method,
    payerName: payer?.label ?? name,
    payerMemberId: payer?.memberId ?? null,
    lines: lines.map(({ duesId, amountCents }) => ({ duesId, amountCents })),
  })
  await journal(tx, ctx, {
    act: 'payment.opened',
    subject: 'Payment',
    subjectId: paymentId,
    details: { cents: lines.reduce((sum, { amountCents }) => sum + amountCents, 0), dues: lines.map((l) => l.duesId) },
  })
  return paymentId
}

async function sessionOf(ctx: Context, input: Parameters<typeof createSession>[1]): Promise<Stripe.Checkout.Session> {
  try {
    return await createSession(ctx, input)
  } catch (error) {
    if (!stripeFault(error)) throw error
    log().error({ err: error }, 'no checkout could be opened')
    await ctx.db.payment.updateMany({ where: { id: input.paymentId, state: 'OPEN' }, data: { state: 'FAILED' } })
    throw new Refusal(
      'Le service de paiement ne répond pas pour l’instant. Rien n’a été débité ; réessayez dans quelques minutes.',
    )
  }
}

/** Whether the payment still waits for this page: not once a later one took its place. */
async function keep(
  ctx: Context,
  paymentId: string,
  { id, url, expires_at }: Stripe.Checkout.Session,
): Promise<boolean> {
  const expires = dateFromInstant(Temporal.Instant.fromEpochMilliseconds(expires_at * 1000))
  const { count } = await ctx.db.payment.updateMany({
    where: { id: paymentId, state: 'OPEN', OR: [{ checkoutId: null }, { checkoutId: id }] },
    data: { checkoutId: id, checkoutUrl: url, checkoutExpires: expires },
  })
  return count > 0
}

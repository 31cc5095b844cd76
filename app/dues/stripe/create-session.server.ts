import type { Temporal } from 'temporal-polyfill'
import { machineTime } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { env } from '~/platform/env.server'
import { stripeFault } from '~/platform/payments/stripe-error.server'
import { stripe, type Stripe } from '~/platform/payments/stripe.server'
import type { CheckoutLine } from './checkout-lines.server'
import { customerOf, forgetCustomer } from './customer.server'

/** A checkout is open for one hour: Stripe takes from thirty minutes to a day. */
const OPEN_FOR = { minutes: 60 }
const ATTEMPTS = 3

export type NewSession = {
  paymentId: string
  lines: CheckoutLine[]
  method?: 'CARD' | 'SEPA_DEBIT'
  /** path of ours where the payer goes on afterwards */
  returnTo: string
}

/**
 * Opens the hosted page. The key of each request comes from our own row and attempt: an answer that was lost and asked for
 * again is the same page, and a failure of Stripe, which it keeps under that key, is followed by another attempt.
 */
export async function createSession(ctx: Context, input: NewSession): Promise<Stripe.Checkout.Session> {
  const expires = machineTime(ctx.now).add(OPEN_FOR)
  for (let attempt = 1; ; attempt += 1) {
    const customer = await customerOf(ctx)
    try {
      return await stripe().checkout.sessions.create(
        { ...paramsOf(input, expires), customer },
        { idempotencyKey: `payment-${input.paymentId}-attempt-${attempt}` },
      )
    } catch (error) {
      const fault = stripeFault(error)
      const isLostCustomer = fault?.code === 'resource_missing' && fault.param === 'customer'
      if (attempt === ATTEMPTS || !(fault?.passing || isLostCustomer)) throw error
      if (isLostCustomer) await forgetCustomer(ctx, customer)
    }
  }
}

function paramsOf(
  { paymentId, lines, method, returnTo }: NewSession,
  expires: Temporal.Instant,
): Stripe.Checkout.SessionCreateParams {
  const references = lines.map(({ reference }) => reference).join(' ')
  const metadata = { payment_id: paymentId, dues: references.slice(0, 500) }
  return {
    mode: 'payment',
    allowed_payment_method_types: method ? [METHODS[method]] : Object.values(METHODS),
    locale: 'fr',
    submit_type: 'pay',
    client_reference_id: paymentId,
    line_items: lines.map(({ year, reference, amountCents }) => ({
      quantity: 1,
      price_data: {
        currency: 'eur',
        unit_amount: amountCents,
        product_data: { name: `Cotisation ${year}, référence ${reference}` },
      },
    })),
    // the metadata of a session does not reach its payment: both carry them
    metadata,
    payment_intent_data: { metadata, description: `Cotisations : ${references}`.slice(0, 1000) },
    expires_at: Math.floor(expires.epochMilliseconds / 1000),
    success_url: backTo('retour', paymentId, returnTo),
    cancel_url: backTo('abandon', paymentId, returnTo),
  }
}

const METHODS = { CARD: 'card', SEPA_DEBIT: 'sepa_debit' } as const

function backTo(page: 'retour' | 'abandon', paymentId: string, returnTo: string): string {
  const query = new URLSearchParams({ paiement: paymentId, vers: returnTo })
  return `${env().PUBLIC_URL}/mes-cotisations/paiement/${page}?${query}`
}

import Stripe from 'stripe'
import { env } from '../env.server'
import { Refusal } from '../refusal'
import { shared } from '../shared.server'

export type { Stripe }

/** Version of Stripe's interface that this product speaks: that of the installed package. */
export const STRIPE_VERSION: string = Stripe.API_VERSION

/** Whether members can pay on line: a key to open payments, and a secret to hear that they were paid. */
export function paymentsOnLine(): boolean {
  return env().STRIPE_SECRET_KEY !== undefined && env().STRIPE_WEBHOOK_SECRET !== undefined
}

/** Real money or Stripe's test world, as the key says; null without a key. */
export function stripeMode(): 'live' | 'test' | null {
  const key = env().STRIPE_SECRET_KEY
  if (key === undefined) return null
  return /^[sr]k_live_/.test(key) ? 'live' : 'test'
}

/** Refused (409) while no account of Stripe is linked. */
export function demandPaymentsOnLine(): void {
  if (!paymentsOnLine())
    throw new Refusal(
      'Le paiement en ligne n’est pas ouvert : l’association n’a pas relié de compte Stripe. Vous pouvez régler par virement ou par chèque.',
    )
}

/** Stripe's client for the key in force. Refused (409) when payments on line are not set up. */
export function stripe(): Stripe {
  demandPaymentsOnLine()
  const { STRIPE_SECRET_KEY: key = '', STRIPE_API_URL: url = '' } = env()
  const held = shared<{ name?: string; client?: Stripe }>('stripe', () => ({}))
  const name = `${key} ${url}`
  if (held.client === undefined || held.name !== name) Object.assign(held, { name, client: newClient(key, url) })
  return held.client ?? newClient(key, url)
}

function newClient(key: string, url: string): Stripe {
  const options = { maxNetworkRetries: 2, telemetry: false, timeout: 20_000, apiVersion: Stripe.API_VERSION }
  if (url === '') return new Stripe(key, options)
  const { hostname, port } = new URL(url)
  return new Stripe(key, { ...options, protocol: 'http', host: hostname, port })
}

/**
 * The event that Stripe signed, or null: not signed with one of our secrets (two while one replaces the other), signed more
 * than five minutes ago, altered, or of the other world (test events where real money is taken, or the reverse).
 */
export function signedEvent(body: string, signature: string | null): Stripe.Event | null {
  const secrets = env().STRIPE_WEBHOOK_SECRET?.split(',') ?? []
  for (const secret of secrets) {
    const event = signature === null ? null : verified(body, signature, secret)
    if (event) return event.livemode === (stripeMode() === 'live') ? event : null
  }
  return null
}

function verified(body: string, signature: string, secret: string): Stripe.Event | null {
  try {
    return Stripe.webhooks.constructEvent(body, signature, secret)
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError) return null
    throw error
  }
}

import Stripe from 'stripe'

/** Why Stripe did not do what was asked. */
export type StripeFault = {
  /** Stripe's word: « charge_already_refunded », « resource_missing »; null when it has none */
  code: string | null
  /** the parameter at fault */
  param: string | null
  /** asking again, under a new key, may pass: Stripe failed or was not reached */
  passing: boolean
}

/** What an error of Stripe's client says; null for any other error. */
export function stripeFault(error: unknown): StripeFault | null {
  if (!(error instanceof Stripe.errors.StripeError)) return null
  const passing = error instanceof Stripe.errors.StripeConnectionError || (error.statusCode ?? 0) >= 500
  return { code: error.code ?? null, param: error.param ?? null, passing }
}

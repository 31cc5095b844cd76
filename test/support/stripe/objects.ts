import fs from 'node:fs'
import path from 'node:path'

const file = path.join(import.meta.dirname, 'fixtures.json')
const fixtures: Record<string, object> = JSON.parse(fs.readFileSync(file, 'utf8'))

type Base<K extends string> = { object: K; id: string; created: number }
export type Metadata = Record<string, string>

export type Customer = Base<'customer'> & { email: string | null; name: string | null; metadata: Metadata }
export type Session = Base<'checkout.session'> & {
  status: 'open' | 'complete' | 'expired'
  payment_status: 'unpaid' | 'paid'
  amount_total: number
  amount_subtotal: number
  currency: string
  customer: string | null
  client_reference_id: string | null
  metadata: Metadata
  payment_method_types: string[]
  payment_intent: string | null
  expires_at: number
  success_url: string
  cancel_url: string
  locale: string | null
  url: string | null
}
export type Intent = Base<'payment_intent'> & {
  amount: number
  amount_received: number
  currency: string
  customer: string | null
  status: 'requires_payment_method' | 'processing' | 'succeeded' | 'canceled'
  payment_method_types: string[]
  metadata: Metadata
  latest_charge: string | null
}
export type Charge = Base<'charge'> & {
  amount: number
  amount_captured: number
  amount_refunded: number
  balance_transaction: string | null
  captured: boolean
  currency: string
  disputed: boolean
  metadata: Metadata
  paid: boolean
  payment_intent: string
  payment_method_details: { type: 'card' | 'sepa_debit' }
  refunded: boolean
  status: 'succeeded' | 'pending' | 'failed'
}
export type Refund = Base<'refund'> & {
  amount: number
  balance_transaction: string | null
  charge: string
  currency: string
  metadata: Metadata
  payment_intent: string
  reason: string | null
  status: 'succeeded' | 'failed'
}
export type Dispute = Base<'dispute'> & {
  amount: number
  charge: string
  currency: string
  payment_intent: string
  reason: string
  status: string
}
export type Transaction = Base<'balance_transaction'> & {
  amount: number
  currency: string
  fee: number
  net: number
  source: string
  type: string
  /** not shown: the payout that carried it */
  payout: string | null
}
export type Payout = Base<'payout'> & {
  amount: number
  automatic: boolean
  arrival_date: number
  currency: string
  status: 'paid' | 'failed'
}
export type Event = Base<'event'> & { api_version: string; type: string; livemode: boolean; data: { object: Shown } }

export type StripeObject = Customer | Session | Intent | Charge | Refund | Dispute | Transaction | Payout | Event
/** An object as Stripe writes it in JSON. */
export type Shown = Record<string, unknown>

/** What we know of an object over the shape that Stripe gives it. */
export function show(object: StripeObject): Shown {
  const shown: Shown = structuredClone({ ...fixtures[object.object], ...object })
  if (object.object === 'balance_transaction') delete shown.payout
  return shown
}

import type { Metadata, Session, Shown, StripeObject } from './objects'
import { invalid, type Params, type Route } from './request'
import type { Transitions } from './payments'
import { expand, listOf, type World } from './world'

const HOUR = 3600

/** What Stripe answers to a request that fits its types. Throws `Refused` for the rules that types do not tell. */
export function answerTo(world: World, act: Transitions, url: string, { name, id, params }: Route): Shown {
  const one = (object: StripeObject) => expand(world, object, params.expand)
  switch (name) {
    case 'POST /v1/customers': {
      const { email = null, name: called = null, metadata } = params
      return one(world.add({ ...world.base('customer'), email, name: called, metadata }))
    }
    case 'POST /v1/checkout/sessions':
      return one(openSession(world, url, params))
    case 'GET /v1/checkout/sessions':
      return listed(
        world.all('checkout.session').filter((session) => matches(params.payment_intent, session.payment_intent)),
      )
    case 'GET /v1/checkout/sessions/{id}':
      return one(found('checkout.session'))
    case 'POST /v1/checkout/sessions/{id}/expire':
      return one(act.expire(found('checkout.session').id))
    case 'GET /v1/payment_intents/{id}':
      return one(found('payment_intent'))
    case 'POST /v1/refunds':
      return one(act.refund(found('payment_intent', params.payment_intent).id, params))
    case 'GET /v1/refunds':
      return listed(world.all('refund').filter((refund) => matches(params.payment_intent, refund.payment_intent)))
    case 'GET /v1/disputes':
      return listed(world.all('dispute').filter((dispute) => matches(params.charge, dispute.charge)))
    case 'GET /v1/events':
      return listed(world.all('event').filter(({ type }) => params.types?.includes(type) ?? true))
    case 'GET /v1/payouts':
      return listed(world.all('payout'))
    case 'GET /v1/payouts/{id}':
      return one(found('payout'))
    case 'GET /v1/balance_transactions':
      if (world.all('payout').some(({ id: payout, automatic }) => payout === params.payout && !automatic))
        throw invalid('Balance transaction history can only be filtered on automatic transfers.', { param: 'payout' })
      return listed(world.all('balance_transaction').filter(({ payout }) => matches(params.payout, payout)))
    default:
      throw new Error(`the peer has no answer to ${name}`)
  }

  function found(kind: StripeObject['object'], wanted = id): StripeObject {
    const object = world.objects.get(wanted)
    if (object?.object !== kind)
      throw invalid(`No such ${kind}: '${wanted}'`, { code: 'resource_missing', param: kind })
    return object
  }

  function listed(objects: StripeObject[]): Shown {
    const recent = objects.filter(({ created }) => created >= (params.created?.gte ?? 0))
    const start = recent.findIndex((object) => object.id === params.starting_after) + 1
    const page = recent.slice(start, start + params.limit)
    const paths = params.expand.map((path) => path.replace(/^data\./, ''))
    const shown = page.map((object) => expand(world, object, paths))
    return listOf(shown, name.split(' ')[1] ?? '', start + page.length < recent.length)
  }
}

const matches = (wanted: string | undefined, value: string | null): boolean => wanted === undefined || wanted === value

function openSession(world: World, url: string, params: Params): Session {
  const { line_items, success_url, cancel_url, customer, expires_at, mode } = params
  if (mode !== 'payment') throw invalid('You must provide one of: mode.', { param: 'mode' })
  if (!success_url || !cancel_url) throw invalid('Missing required param: success_url.', { param: 'success_url' })
  if (line_items.length === 0) throw invalid('Missing required param: line_items.', { param: 'line_items' })
  const total = line_items.reduce((sum, { quantity, price_data }) => sum + quantity * price_data.unit_amount, 0)
  if (total < 50) throw invalid('The total amount must be at least €0.50 eur.', { code: 'amount_too_small' })
  if (customer !== undefined && world.objects.get(customer)?.object !== 'customer')
    throw invalid(`No such customer: '${customer}'`, { code: 'resource_missing', param: 'customer' })
  const now = world.now()
  const expires = expires_at ?? now + 24 * HOUR
  // the client's clock and ours differ by the time of a request
  if (expires < now + HOUR / 2 - 60 || expires > now + 24 * HOUR)
    throw invalid('The `expires_at` timestamp must be between 30 minutes and 24 hours from now.', {
      param: 'expires_at',
    })
  const base = world.base('checkout.session')
  const metadata: Metadata = params.payment_intent_data.metadata
  world.intentMetadata.set(base.id, metadata)
  return world.add({
    ...base,
    status: 'open' as const,
    payment_status: 'unpaid' as const,
    amount_total: total,
    amount_subtotal: total,
    currency: line_items[0]?.price_data.currency ?? 'eur',
    customer: customer ?? null,
    client_reference_id: params.client_reference_id ?? null,
    metadata: params.metadata,
    payment_method_types: params.allowed_payment_method_types,
    payment_intent: null,
    expires_at: expires,
    success_url: success_url.replace('{CHECKOUT_SESSION_ID}', base.id),
    cancel_url,
    locale: params.locale ?? null,
    url: `${url}/c/pay/${base.id}`,
  })
}

import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { machineSeconds, startStripePeer, type StripePeer } from '../../support/stripe/peer'

let peer: StripePeer
let client: Stripe
beforeAll(async () => {
  peer = await startStripePeer()
  const { hostname, port } = new URL(peer.url)
  client = new Stripe('sk_test_1', { protocol: 'http', host: hostname, port, maxNetworkRetries: 0, telemetry: false })
})
afterAll(() => peer.stop())

const good: Stripe.Checkout.SessionCreateParams = {
  mode: 'payment',
  allowed_payment_method_types: ['card', 'sepa_debit'],
  line_items: [
    { quantity: 1, price_data: { currency: 'eur', unit_amount: 2500, product_data: { name: 'Cotisation' } } },
  ],
  success_url: 'https://x.example/ok',
  cancel_url: 'https://x.example/ko',
}
const item = (unit_amount: number) => [
  { quantity: 1, price_data: { currency: 'eur', unit_amount, product_data: { name: 'x' } } },
]
const statusOf = (request: Promise<unknown>) =>
  request.then(
    () => 200,
    (error: unknown) => (error instanceof Stripe.errors.StripeError ? error.statusCode : 0),
  )
const open = (more: object = {}, key?: string) =>
  client.checkout.sessions.create({ ...good, ...more }, key === undefined ? {} : { idempotencyKey: key })

describe('refuses what Stripe’s own types refuse', () => {
  test.each([
    ['a mode that does not exist', { mode: 'pay' }],
    ['a means of payment that does not exist', { allowed_payment_method_types: ['cheque'] }],
    ['the parameter that the version of today took away', { payment_method_types: ['card'] }],
    ['a part of a cent', { line_items: item(25.5) }],
    ['an unknown parameter', { colour: 'red' }],
    ['an unknown language', { locale: 'breton' }],
    ['no page to come back to', { success_url: undefined }],
    ['less than Stripe takes', { line_items: item(49) }],
    ['a page open for too short', { expires_at: machineSeconds() + 600 }],
    ['a page open for too long', { expires_at: machineSeconds() + 25 * 3600 }],
    ['a long metadata', { metadata: { dues: 'x'.repeat(501) } }],
  ])('%s', async (_, more) => expect(await statusOf(open(more))).toBe(400))

  test('a refund for a reason that does not exist; an object that does not; a key of nobody', async () => {
    const refund: object = { payment_intent: 'pi_1', reason: 'erreur' }
    expect(await statusOf(client.refunds.create(refund))).toBe(400)
    expect(await statusOf(client.paymentIntents.retrieve('pi_1'))).toBe(404)
    expect(await statusOf(client.checkout.sessions.retrieve('cs_1', {}, { apiKey: 'nothing' }))).toBe(401)
    expect(await statusOf(client.products.list())).toBe(404)
  })
})

describe('behaves as Stripe', () => {
  test('the same key gives the same object; with other parameters it is refused', async () => {
    const first = await open({}, 'key-1')
    expect((await open({}, 'key-1')).id).toBe(first.id)
    const clash = await open({ line_items: item(3000) }, 'key-1').catch((error: unknown) => error)
    expect(clash).toBeInstanceOf(Stripe.errors.StripeIdempotencyError)
  })

  test('what is expanded takes the place of its id; what is not stays an id', async () => {
    const page = await open()
    peer.act.payByCard(page.id)
    const plain = await client.checkout.sessions.retrieve(page.id)
    expect(plain).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      payment_intent: expect.stringMatching(/^pi_/),
    })
    const path = 'payment_intent.latest_charge.balance_transaction'
    const whole = await client.checkout.sessions.retrieve(page.id, { expand: [path] })
    expect(whole).toMatchObject({
      payment_intent: { status: 'succeeded', latest_charge: { balance_transaction: { fee: 63, net: 2437 } } },
    })
  })

  test('a page is expired once, and not when it is paid', async () => {
    const page = await open()
    expect((await client.checkout.sessions.expire(page.id)).status).toBe('expired')
    expect(await statusOf(client.checkout.sessions.expire(page.id))).toBe(400)
  })

  test('a payer reads the page, pays by the button, goes back to us', async () => {
    const page = await open()
    expect(await (await fetch(page.url ?? '')).text()).toContain('Payer par carte')
    const pressed = await fetch(`${page.url}/carte`, { method: 'POST', redirect: 'manual' })
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, 'https://x.example/ok'])
    expect(await (await fetch(page.url ?? '')).text()).toContain('n’est plus ouverte')
  })
})
